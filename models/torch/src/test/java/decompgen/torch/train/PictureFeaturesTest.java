package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.torch.Parity;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.VisionLanguageModel;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class PictureFeaturesTest {
  @Test
  void of_pictures_computedOnceWhileAmongTheLastUsed() {
    List<String> computed = new ArrayList<>();
    try (VisionLanguageModel model =
            VisionLanguageModel.read(Parity.folder("llava/model"), Placement.CPU_FLOAT32);
        Safetensors batch = Parity.tensors("dpo/batch4.safetensors");
        PictureFeatures features =
            new PictureFeatures(
                model,
                picture -> {
                  computed.add(picture);
                  return batch.tensor("pixel_values").narrow(0, picture.charAt(0) - 'a', 1);
                },
                2);
        TensorScope _ = TensorScope.open()) {
      List<Tensor> three = features.of(List.of("a", "b", "c"));
      features.of(List.of("b", "c", "b"));
      assertThat(computed).containsExactly("a", "b", "c");
      features.of(List.of("a", "c"));
      assertThat(computed).containsExactly("a", "b", "c", "a", "c");
      // Those of a picture that was dropped meanwhile are still there.
      Tensor direct = model.features(batch.tensor("pixel_values").narrow(0, 0, 1)).select(0, 0);
      assertThat(Parity.furthest(three.getFirst(), direct)).isCloseTo(0, within(1e-6));
      assertThat(Tensors.shape(three.getFirst()).getFirst())
          .isEqualTo((long) model.imageTokens().each());
    }
  }
}
