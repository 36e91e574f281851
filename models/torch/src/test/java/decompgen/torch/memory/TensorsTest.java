package decompgen.torch.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class TensorsTest {
  @Test
  void of_extentsOfOtherThanTheValues_areRefused() {
    Torch.load();
    assertThatThrownBy(() -> Tensors.of(new float[] {1, 2}, 1, 3).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 values for [1, 3]");
    assertThatThrownBy(() -> Tensors.of(new long[] {1, 2, 3}, 2).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 values for [2]");
  }

  @Test
  void of_values_areTheTensors() {
    Torch.load();
    try (TensorScope _ = TensorScope.open()) {
      Tensor tensor = Tensors.of(new long[] {1, 2, 3, 4}, 2, 2);
      assertThat(Tensors.shape(tensor)).containsExactly(2L, 2L);
      assertThat(Tensors.longs(tensor)).containsExactly(1, 2, 3, 4);
    }
  }
}
