package decompgen.torch.policy;

import decompgen.torch.Parity;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.Tensors;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The reference's numbers on a GPU, float32 without TF32: {@code ./decompgen build --cuda}, then
 * {@code ./decompgen test gpu}. It has not been run on a GPU yet.
 */
@Tag("gpu")
class CudaParityTest {
  private static final Placement CUDA = new Placement(new Device("cuda"), Dtype.F32);

  @Test
  void llava_equalsTheReference() {
    try (Safetensors reference = Parity.tensors("llava/case_single.safetensors")) {
      Cases.with(
          "llava/model",
          CUDA,
          llava -> {
            Tensor features = llava.features(reference.tensor("pixel_values"));
            equal(llava, reference, List.of(features.select(0, 0)), LlavaParityTest.LOGITS);
          });
    }
  }

  @Test
  void qwenVl_equalsTheReference() {
    try (Safetensors reference = Parity.tensors("qwen_vl/case_single.safetensors")) {
      long[] ids = Tensors.longs(reference.tensor("input_ids"));
      Cases.with(
          "qwen_vl/model",
          CUDA,
          qwen ->
              equal(
                  qwen, reference, QwenVlParityTest.pictures(qwen, ids), QwenVlParityTest.LOGITS));
    }
  }

  private static void equal(
      VisionLanguageModel model, Safetensors reference, List<Tensor> pictures, double tolerance) {
    Tensor embeddings = model.embed(Tensors.longs(reference.tensor("input_ids")), pictures);
    Pass pass = Cases.padded(reference.tensor("attention_mask"), CUDA);
    Cases.assertLogitsAndLogps(reference, model.language().logits(embeddings, pass), tolerance);
  }
}
