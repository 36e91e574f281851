package decompgen.torch.train;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.PairLayout;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("native")
class BatchTest {
  private static final TokenPair PAIR =
      new TokenPair(
          "1",
          List.of("picture"),
          new int[] {10, 11, 12},
          new int[] {20, 21, 22},
          new int[] {30, 31});

  @Test
  void plain_twoRows_predictFromThePromptsEndOn() {
    try (TensorScope _ = TensorScope.open()) {
      Batch batch = Batch.of(List.of(PAIR), PairLayout.PLAIN, Device.CPU);
      assertThat(batch.ids())
          .containsExactly(new long[] {10, 11, 12, 20, 21}, new long[] {10, 11, 12, 30, 0});
      assertThat(batch.pictures()).containsExactly(List.of("picture"), List.of("picture"));
      assertThat(Tensors.longs(batch.positions())).containsExactly(0, 1, 2, 3, 4, 0, 1, 2, 3, 0);
      // Row 0: columns 2, 3, 4; row 1 begins at 5: columns 2, 3.
      assertThat(Tensors.longs(batch.predicting())).containsExactly(2, 3, 4, 7, 8);
      assertThat(Tensors.longs(batch.targets())).containsExactly(20, 21, 22, 30, 31);
      assertThat(batch.mask()).isNull();
      assertThat(batch.tokens()).isEqualTo(9);
    }
  }

  @Test
  void shared_oneRow_rejectedGoesOnFromThePromptAndIsBlindToChosen() {
    try (TensorScope _ = TensorScope.open()) {
      Batch batch = Batch.of(List.of(PAIR), PairLayout.SHARED_PREFIX, Device.CPU);
      assertThat(batch.ids()).containsExactly(new long[] {10, 11, 12, 20, 21, 30});
      assertThat(Tensors.longs(batch.positions())).containsExactly(0, 1, 2, 3, 4, 3);
      assertThat(Tensors.longs(batch.predicting())).containsExactly(2, 3, 4, 2, 5);
      assertThat(Tensors.longs(batch.targets())).containsExactly(20, 21, 22, 30, 31);
      assertThat(Tensors.shape(requireNonNull(batch.mask()))).containsExactly(1L, 1L, 6L, 6L);
      assertThat(Tensors.longs(batch.mask().to(Dtype.I64.scalarType())))
          .containsExactly(
              1, 0, 0, 0, 0, 0, //
              1, 1, 0, 0, 0, 0, //
              1, 1, 1, 0, 0, 0, //
              1, 1, 1, 1, 0, 0, //
              1, 1, 1, 1, 1, 0, //
              1, 1, 1, 0, 0, 1);
    }
  }

  @Test
  void order_shuffled_everyPairOnceAnEpochAndTheSameAgain() {
    BatchSettings settings = new BatchSettings(2, 2, 3, 0, true, 5);
    DataOrder order = new DataOrder(settings, 9);
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> seen =
          IntStream.range(3 * epoch, 3 * epoch + 3)
              .boxed()
              .flatMap(step -> order.at(step).stream())
              .flatMap(List::stream)
              .toList();
      assertThat(seen).hasSize(9).doesNotHaveDuplicates();
    }
    assertThat(order.at(2)).containsExactly(order.at(2).getFirst()).hasSize(1);
    assertThat(new DataOrder(settings, 9).at(7)).isEqualTo(order.at(7));
    assertThat(order.at(0)).isNotEqualTo(order.at(3));
    assertThat(order.epochs(3)).isEqualTo(1);
  }
}
