package decompgen.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceWordsTest {
  private static final Box TOP_LEFT = new Box(0, 0, .2, .2);

  @Test
  void of_boxes_labelScoreAndPlace() {
    Evidence boxes =
        new Evidence.Boxes(
            List.of(new Detection("cat", .914, Box.WHOLE), new Detection("dog", .5, TOP_LEFT)),
            Map.of());

    assertThat(EvidenceWords.of(boxes)).isEqualTo("cat .91 in the middle, dog .50 top left");
  }

  @Test
  void of_moreThanThreeBoxes_theRestIsCounted() {
    Detection cat = new Detection("cat", .9, TOP_LEFT);

    assertThat(EvidenceWords.of(new Evidence.Boxes(List.of(cat, cat, cat, cat, cat), Map.of())))
        .endsWith("and 2 more");
  }

  @Test
  void of_nothing_saysSo() {
    assertThat(EvidenceWords.of(new Evidence.Boxes(List.of(), Map.of())))
        .isEqualTo("nothing found");
    assertThat(EvidenceWords.of(new Evidence.Lines(List.of()))).isEqualTo("nothing to read");
    assertThat(EvidenceWords.of(new Evidence.Lines(List.of(), List.of(TOP_LEFT))))
        .isEqualTo("nothing legible");
    assertThat(EvidenceWords.of(new Evidence.None())).isEmpty();
  }

  @Test
  void of_labelsLinesAndColours_bestFirst() {
    assertThat(
            EvidenceWords.of(
                new Evidence.Labels(Box.WHOLE, List.of(new Evidence.Label("tabby", .7)))))
        .isEqualTo("tabby .70");
    assertThat(
            EvidenceWords.of(new Evidence.Lines(List.of(new Evidence.Line("STOP", .99, TOP_LEFT)))))
        .isEqualTo("reads “STOP”");
    assertThat(EvidenceWords.of(new Evidence.Colours(Box.WHOLE, Map.of("red", .62, "brown", .2))))
        .isEqualTo("red 62 %, brown 20 %");
  }

  @Test
  void score_roundsToTwoDigitsWithoutALeadingZero() {
    assertThat(EvidenceWords.score(.914)).isEqualTo(".91");
    assertThat(EvidenceWords.score(0)).isEqualTo(".00");
    assertThat(EvidenceWords.score(.999)).isEqualTo("1.0");
  }
}
