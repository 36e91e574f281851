package decompgen.torch.port;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.policy.Policy;
import decompgen.domain.policy.Sampling;
import decompgen.domain.policy.Turn;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.generate.Generator;
import decompgen.torch.generate.Prompt;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.SafetensorsWriter;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.VisionLanguageModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class TorchPolicyTest {
  private static final Path MODEL = Parity.folder("llava/model");
  private static final int IMAGE =
      JsonFile.read(MODEL.resolve("config.json")).positive("image_token_index", 32000);
  private static final long[] HELLO = {1, 2, 3};

  @TempDir Path folder;

  @Test
  void respond_modelThatWouldWriteAPicturesToken_writesItsNextBest() throws IOException {
    fondOfPictures();
    assertThat(unhindered(folder)).contains(IMAGE);
    for (Sampling sampling :
        List.of(Sampling.greedy(12), new Sampling(12, 1, .9, 40, 1.1, List.of(), 5)))
      assertThat(respond(folder, sampling)).isEqualTo(respond(MODEL, sampling)).isNotEmpty();
  }

  /** A copy of the checkpoint whose head gives the picture's token ten times the best logit. */
  private void fondOfPictures() throws IOException {
    int favourite = unhindered(MODEL)[0];
    for (String name : List.of("config.json", "tokenizer.json", "tokenizer_config.json"))
      Files.copy(MODEL.resolve(name), folder.resolve(name));
    Files.copy(
        MODEL.resolve("preprocessor_config.json"), folder.resolve("preprocessor_config.json"));
    try (Safetensors file = Safetensors.open(MODEL.resolve("model.safetensors"));
        TensorScope _ = TensorScope.open()) {
      Map<String, Tensor> tensors = new HashMap<>();
      for (String key : file.keys()) tensors.put(key, file.tensor(key));
      Tensor head = file.tensor("language_model.lm_head.weight").clone();
      head.select(0, IMAGE).copy_(head.select(0, favourite).mul(new Scalar(10)));
      tensors.put("language_model.lm_head.weight", head);
      SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of("format", "pt"));
    }
  }

  /** What the model writes when nothing is suppressed. */
  private static int[] unhindered(Path model) {
    try (VisionLanguageModel read = VisionLanguageModel.read(model, Placement.CPU_FLOAT32);
        TensorScope _ = TensorScope.open()) {
      Prompt prompt = new Prompt(HELLO, read.language().embed(Tensors.of(HELLO, 1, HELLO.length)));
      return new Generator(read.language(), Device.CPU, Set.of(), Set.of())
          .generate(List.of(prompt), 1, Generator.Settings.of(Sampling.greedy(4)), (_, _) -> true)
          .getFirst();
    }
  }

  private static String respond(Path model, Sampling sampling) {
    Policy.Question question =
        new Policy.Question(List.of(), List.of(Turn.user("Is there a cup?")));
    try (Policy policy = TorchPolicy.open(model, Optional.empty(), Placement.CPU_FLOAT32)) {
      return policy.respond(question, 1, sampling, (_, _) -> {}, new Cancellation()).getFirst();
    }
  }
}
