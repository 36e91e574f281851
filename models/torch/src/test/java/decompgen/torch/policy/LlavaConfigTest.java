package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LlavaConfigTest {
  @Test
  void read_whatLlava15LeavesOut_hasTransformersDefaults() throws JsonProcessingException {
    LlavaConfig config =
        read(
            """
            {"image_token_index": 32000,
             "text_config": {"max_position_embeddings": 4096, "model_type": "llama",
               "rms_norm_eps": 1e-05, "vocab_size": 32064},
             "vision_config": {"hidden_size": 1024, "image_size": 336, "intermediate_size": 4096,
               "model_type": "clip_vision_model", "num_attention_heads": 16,
               "num_hidden_layers": 24, "patch_size": 14, "projection_dim": 768},
             "vision_feature_layer": -2, "vision_feature_select_strategy": "default"}""");
    assertThat(config.text())
        .isEqualTo(
            new LlamaConfig(
                4096,
                32,
                32,
                32,
                128,
                11008,
                32064,
                1e-5,
                new Rope.Settings(10_000, null),
                false,
                false,
                false,
                4096));
    assertThat(config.vision())
        .isEqualTo(new ClipConfig(1024, 24, 16, 4096, 336, 14, 1e-5, Activation.QUICK_GELU));
    assertThat(config.imageTokens()).isEqualTo(576);
    assertThat(config.featureLayers()).containsExactly(23);
    assertThat(config.projector()).isEqualTo(Activation.GELU);
  }

  @Test
  void read_nothing_isViTLargeOf336Pixels() throws JsonProcessingException {
    LlavaConfig config = read("{}");
    assertThat(config.vision())
        .isEqualTo(new ClipConfig(1024, 24, 16, 4096, 336, 14, 1e-5, Activation.QUICK_GELU));
    assertThat(config.imageToken()).isEqualTo(32000);
    assertThat(config.projectorBias()).isTrue();
  }

  @Test
  void read_transformers5_takesTheBaseFromRopeParameters() throws JsonProcessingException {
    LlavaConfig config =
        read(
            """
            {"text_config": {"rope_parameters": {"rope_theta": 500000.0, "rope_type": "default"}}}""");
    assertThat(config.text().rope()).isEqualTo(new Rope.Settings(500_000, null));
  }

  @Test
  void read_severalLayersAndTheClassToken_areTaken() throws JsonProcessingException {
    LlavaConfig config =
        read(
            """
            {"vision_feature_layer": [-2, 0, 7], "vision_feature_select_strategy": "full"}""");
    assertThat(config.featureLayers()).containsExactly(23, 0, 7);
    assertThat(config.imageTokens()).isEqualTo(577);
  }

  @Test
  void read_whatIsNotSupported_isRefusedWithFileAndKey() {
    refused(
        "{\"vision_feature_layer\": -30}", "vision_feature_layer -30 is none of the tower's 24");
    refused(
        "{\"vision_feature_select_strategy\": \"cls\"}", "vision_feature_select_strategy 'cls'");
    refused("{\"text_config\": {\"model_type\": \"mistral\"}}", "text_config.model_type 'mistral'");
    refused("{\"text_config\": {\"hidden_act\": \"gelu\"}}", "text_config.hidden_act 'gelu'");
    refused(
        "{\"vision_config\": {\"num_attention_heads\": 5}}",
        "vision_config.num_attention_heads does not divide the width of 768");
    refused(
        "{\"vision_config\": {\"model_type\": \"siglip_vision_model\"}}",
        "vision_config.model_type 'siglip_vision_model'");
    refused("{\"projector_hidden_act\": \"relu\"}", "projector_hidden_act 'relu'");
    refused(
        "{\"text_config\": {\"rope_scaling\": {\"type\": \"yarn\"}}}",
        "text_config.rope_scaling.rope_type 'yarn'");
    refused("{\"text_config\": {\"num_key_value_heads\": 5}}", "text_config.num_key_value_heads");
    refused("{\"text_config\": {\"hidden_size\": \"wide\"}}", "text_config.hidden_size");
  }

  private static void refused(String json, String why) {
    assertThatThrownBy(() -> read(json)).hasMessageStartingWith("config.json: " + why);
  }

  private static LlavaConfig read(String json) throws JsonProcessingException {
    return LlavaConfig.read(
        new JsonFile(Path.of("config.json"), "", new ObjectMapper().readTree(json)), false);
  }
}
