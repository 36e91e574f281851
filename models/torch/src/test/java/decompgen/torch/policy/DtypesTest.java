package decompgen.torch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.torch.Parity;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Half precision beside the reference's float32. A type with p bits of mantissa rounds by 2^-p at
 * most; logits, whose spread is 2, may move by a few of these, not by dozens.
 */
@Tag("native")
class DtypesTest {

  /** Bounds are 64 roundings: 2^-10 of float16, 2^-7 of bfloat16. */
  @ParameterizedTest
  @CsvSource({
    "llava/model, F16, .0625",
    "llava/model, BF16, .5",
    "llava/model-fp16, F32, .0625",
    "llava/model-fp16, F16, .0625",
  })
  void llava_inAnotherType_isNearTheReference(String folder, Dtype dtype, double bound) {
    Placement placement = new Placement(Device.CPU, dtype);
    try (Safetensors reference = Parity.tensors("llava/case_single.safetensors")) {
      Cases.with(
          folder,
          placement,
          llava -> {
            Tensor features = llava.features(reference.tensor("pixel_values"));
            near(llava, reference, List.of(features.select(0, 0)), bound);
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"F16, .0625", "BF16, .5"})
  void qwenVl_inAnotherType_isNearTheReference(Dtype dtype, double bound) {
    Placement placement = new Placement(Device.CPU, dtype);
    try (Safetensors reference = Parity.tensors("qwen_vl/case_single.safetensors")) {
      long[] ids = Tensors.longs(reference.tensor("input_ids"));
      Cases.with(
          "qwen_vl/model",
          placement,
          qwen -> near(qwen, reference, QwenVlParityTest.pictures(qwen, ids), bound));
    }
  }

  private static void near(
      VisionLanguageModel model, Safetensors reference, List<Tensor> pictures, double bound) {
    Tensor ids = reference.tensor("input_ids");
    Tensor embeddings = model.embed(Tensors.longs(ids), pictures);
    Tensor positions = Cases.positions(0, ids.size(1), model.placement());
    Tensor logits = model.language().logits(embeddings, Pass.causal(positions, Adaptation.NONE));
    assertThat(List.of(pictures.getFirst().scalar_type().intern(), logits.scalar_type().intern()))
        .containsOnly(model.placement().dtype().scalarType());
    assertThat(Parity.furthest(logits, reference.tensor("logits"))).isPositive().isLessThan(bound);
  }
}
