package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.policy.VisionLanguageModel;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class MemoryEstimateTest {
  /**
   * Of the tiny Llama: three blocks of q and o 64 x 64, k and v 32 x 64, gate, up and down 112 x
   * 64; embeddings and head 576 x 64.
   */
  private static final long ELEMENTS =
      3 * (2 * 64 * 64 + 2 * 32 * 64 + 3 * 112 * 64) + 2 * 576 * 64;

  @Test
  void of_weightsInTheFilesDtype_areStillToCome() {
    MemoryEstimate estimate = estimate(Dtype.F32);
    assertThat(estimate.weights()).isEqualTo(4 * ELEMENTS).isEqualTo(700_416);
    assertThat(estimate.held()).isZero();
  }

  @Test
  void of_weightsCopiedIntoAnotherDtype_areThereAlready() {
    MemoryEstimate estimate = estimate(Dtype.BF16);
    assertThat(estimate.weights()).isEqualTo(2 * ELEMENTS).isEqualTo(350_208);
    assertThat(estimate.held()).isEqualTo(350_208);
  }

  private static MemoryEstimate estimate(Dtype dtype) {
    Placement placement = new Placement(Device.CPU, dtype);
    try (VisionLanguageModel model = VisionLanguageModel.read(TextTraining.MODEL, placement)) {
      Trainee trainee = Trainee.text(model.language(), placement);
      TrainingData data = new TrainingData(TinyTraining.pairs(2), List.of());
      return MemoryEstimate.of(trainee, data, TinyTraining.settings(1));
    }
  }

  @Test
  void require_weightsThatAreThereAlready_areNotAskedForAgain() {
    assertThat(new MemoryEstimate(1L << 50, 1L << 50, 2, 3, 4).require(Device.CPU))
        .isEqualTo((1L << 50) + 9);
  }

  @Test
  void require_moreThanThereIs_isRefusedWithAdvice() {
    MemoryEstimate estimate = new MemoryEstimate(1L << 50, 0, 1 << 20, 1 << 20, 1 << 20);
    assertThatThrownBy(() -> estimate.require(Device.CPU))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessageContaining("1048576.0 GiB")
        .hasMessageContaining("Lower batch.pairs");
    assertThat(new MemoryEstimate(1, 0, 2, 3, 4).require(Device.CPU)).isEqualTo(10);
  }

  @Test
  void require_ofAGpu_isNotComparedWithTheMachines() {
    assertThat(new MemoryEstimate(1L << 50, 0, 0, 0, 0).require(new Device("cuda")))
        .isEqualTo(1L << 50);
  }
}
