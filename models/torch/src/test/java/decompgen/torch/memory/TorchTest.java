package decompgen.torch.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TorchTest {
  @Test
  @Tag("native")
  void told_whatLibtorchThrows_isTheModelsFailureInOneLine() {
    Torch.load();
    assertThatThrownBy(() -> Torch.told("toy", () -> torch.zeros(2).add(torch.zeros(3))))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_FAILED))
        .hasMessageStartingWith("toy: libtorch failed: The size of tensor a (2) must match")
        .hasMessageNotContaining("\n");
  }

  @Test
  void told_whatElseIsThrown_isLeftAsItIs() {
    assertThatThrownBy(
            () ->
                Torch.told(
                    "toy",
                    () -> {
                      throw new IllegalStateException("ours");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("ours");
  }
}
