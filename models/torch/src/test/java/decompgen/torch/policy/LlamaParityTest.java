package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.memory.Weights;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of transformers' LlamaForCausalLM. */
@Tag("native")
class LlamaParityTest {
  private static final double LOGITS = 4e-5;

  @ParameterizedTest
  @ValueSource(strings = {"llama3", "llama31_rope_scaled"})
  void frequencies_equalTheReferences(String folder) {
    with(
        folder,
        (llama, reference) -> {
          float[] expected = Tensors.floats(reference.tensor("inv_freq"));
          float[] ours =
              LlamaConfig.read(JsonFile.read(Parity.folder(folder + "/model/config.json")))
                  .rope()
                  .inverseFrequencies(2 * expected.length);
          for (int i = 0; i < ours.length; i++)
            assertThat(Math.abs(ours[i] / expected[i] - 1)).isLessThan(1e-6f);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3", "llama31_rope_scaled"})
  void everyBlockAndTheLogits_equalTheReferences(String folder) {
    with(
        folder,
        (llama, reference) -> {
          Tensor ids = reference.tensor("input_ids");
          LanguageModel.Blocks blocks =
              llama.blocks(Pass.causal(positions(0, ids.size(1)), Adaptation.NONE));
          Tensor hidden = llama.embed(ids);
          for (int i = 0; i < blocks.size(); i++) {
            Parity.assertNear("hidden." + i, hidden, reference.tensor("hidden." + i), LOGITS);
            hidden = blocks.apply(i, hidden);
          }
          Parity.assertNear("logits", llama.head(hidden), reference.tensor("logits"), LOGITS);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3", "llama31_rope_scaled"})
  void leftPaddedBatch_equalsTheReferences(String folder) {
    with(
        folder,
        (llama, reference) -> {
          Tensor ids = reference.tensor("batch_ids");
          Tensor present = reference.tensor("batch_mask").to(ScalarType.Bool);
          Pass pass =
              new Pass(
                  reference.tensor("batch_position_ids"),
                  Masks.causal(present, ids.size(1)),
                  null,
                  Adaptation.NONE);
          Tensor there = present.unsqueeze(-1);
          Parity.assertNear(
              "logits",
              llama.logits(llama.embed(ids), pass).mul(there),
              reference.tensor("batch_logits").mul(there),
              LOGITS);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3", "llama31_rope_scaled"})
  void suffixAfterACachedPrefix_equalsTheReferences(String folder) {
    with(
        folder,
        (llama, reference) -> {
          long prefix = Tensors.longs(reference.tensor("prefix_len"))[0];
          Tensor ids = reference.tensor("input_ids").narrow(1, 0, prefix);
          try (KvCache cache = llama.cache(1, prefix + 64)) {
            llama.logits(
                llama.embed(ids), new Pass(positions(0, prefix), null, cache, Adaptation.NONE));
            for (int i = 0; i < 2; i++) {
              Tensor suffix = reference.tensor("prefix_suffix" + i + "_ids");
              long length = suffix.size(1);
              Pass pass =
                  new Pass(
                      positions(prefix, length),
                      Masks.after(prefix, length, Device.CPU),
                      cache,
                      Adaptation.NONE);
              Parity.assertNear(
                  "suffix " + i,
                  llama.logits(llama.embed(suffix), pass),
                  reference.tensor("prefix_suffix" + i + "_logits_full"),
                  LOGITS);
              cache.truncate(prefix);
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"llama3", "llama31_rope_scaled"})
  void greedyTokens_areTheReferences(String folder) {
    with(
        folder,
        (llama, reference) -> {
          JsonNode greedy = Parity.json(folder + "/greedy.json").path("greedy").path("single");
          long[] prompt = Parity.longs(greedy.path("prompt_ids").path(0));
          long[] expected = Parity.longs(greedy.path("greedy32").path(0));
          assertThat(greedy(llama, prompt, expected.length)).isEqualTo(expected);
        });
  }

  private static long[] greedy(Llama llama, long[] prompt, int steps) {
    long[] chosen = new long[steps];
    try (KvCache cache = llama.cache(1, prompt.length + steps)) {
      Tensor next = Tensors.of(prompt, 1, prompt.length);
      for (int i = 0; i < steps; i++) {
        Pass pass = new Pass(positions(cache.length(), next.size(1)), null, cache, Adaptation.NONE);
        Tensor logits = llama.logits(llama.embed(next), pass);
        chosen[i] = Tensors.longs(logits.select(1, -1).argmax())[0];
        next = Tensors.of(new long[] {chosen[i]}, 1, 1);
      }
    }
    return chosen;
  }

  private static Tensor positions(long from, long length) {
    long[] values = new long[(int) length];
    for (int i = 0; i < length; i++) values[i] = from + i;
    return Tensors.of(values, 1, length);
  }

  private static void with(String folder, BiConsumer<Llama, Safetensors> test) {
    Path model = Parity.folder(folder + "/model");
    LlamaConfig config = LlamaConfig.read(JsonFile.read(model.resolve("config.json")));
    try (Weights weights = Weights.open(model);
        Llama llama = Llama.read(weights, config, Llama.Names.TEXT_ONLY, Placement.CPU_FLOAT32);
        Safetensors reference = Parity.tensors(folder + "/case.safetensors");
        TensorScope scope = TensorScope.open()) {
      Torch.withoutGradients(
          () -> {
            test.accept(llama, reference);
            return true;
          });
    }
  }
}
