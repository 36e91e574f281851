package decompgen.onnx.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.picture.Box;
import org.junit.jupiter.api.Test;

class CellsTest {
  private static final float LN3 = (float) Math.log(3);

  /** Two by two cells of two classes; only the first cell prefers the second class, by ln 9. */
  private final Cells cells = Cells.of(2, new float[] {0, 2 * LN3, 0, 0, 0, 0, 0, 0});

  @Test
  void probabilities_oneCell_softmaxOfItsLogits() {
    // e^0 : e^(ln 9) = 1 : 9
    assertThat(cells.probabilities(new Box(0, 0, .5, .5))[1]).isCloseTo(.9f, within(1e-6f));
    assertThat(cells.probabilities(new Box(.5, .5, 1, 1))).containsExactly(.5f, .5f);
  }

  @Test
  void probabilities_cutCells_countByTheirShare() {
    // Half of the first cell and half of the one beside it: ln 9 / 2 = ln 3.
    assertThat(cells.probabilities(new Box(.25, 0, .75, .5))[1]).isCloseTo(.75f, within(1e-6f));
    // All four: ln 9 / 4, 1 : sqrt 3.
    double whole = Math.sqrt(3) / (1 + Math.sqrt(3));
    assertThat(cells.probabilities(Box.WHOLE)[1]).isCloseTo((float) whole, within(1e-6f));
  }

  @Test
  void probabilities_regionWithoutArea_allAlike() {
    assertThat(cells.probabilities(new Box(1, 1, 1, 1))).containsExactly(.5f, .5f);
  }

  @Test
  void of_noSquareGrid_isRefused() {
    assertThatThrownBy(() -> Cells.of(2, new float[6]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
