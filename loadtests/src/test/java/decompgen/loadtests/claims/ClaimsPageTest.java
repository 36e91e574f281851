package decompgen.loadtests.claims;

import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.benchmark.DecidedClaim;
import decompgen.domain.benchmark.LabelledSentence;
import decompgen.domain.benchmark.Outcome;
import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.verdict.Judgement;
import decompgen.domain.verdict.Ruling;
import decompgen.domain.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimsPageTest {
  private final List<String> opened = new ArrayList<>();
  private final Outcome right = outcome("right.png", "A right cat.", true, SUPPORTED);
  private final Outcome wrong = outcome("a.png", "A <b>bold</b> cat.", false, SUPPORTED);
  private final Outcome open = outcome("a.png", "An open cat.", true, UNANSWERABLE);
  private final String html = page(List.of(right, wrong, open));

  @Test
  void html_wrongAndUndecided_areShownAndTheRightIsNot() {
    assertThat(html).contains(">1 wrong<", ">1 undecided<", "An open cat.");
    assertThat(html).doesNotContain("A right cat.");
  }

  @Test
  void html_textOfTheUser_isEscaped() {
    assertThat(html).contains("A &lt;b&gt;bold&lt;/b&gt; cat.").doesNotContain("<b>bold");
  }

  @Test
  void html_photoOfSeveralSentences_isOpenedAndEmbeddedOnce() {
    assertThat(opened).containsExactly("a.png");
    assertThat(html).containsOnlyOnce("data:image/jpeg;base64,");
    assertThat(html).doesNotContain("src=", "http:", "https:");
  }

  @Test
  void html_evidence_isDrawnInPixelsOfThePhoto() {
    // 1280 x 640 pixels are shown as 640 x 320: a quarter of it begins at 160, 80.
    assertThat(html).contains("viewBox=\"0 0 640 320\"");
    assertThat(html)
        .contains("class=\"supported\" x=\"160\" y=\"80\" width=\"320\" height=\"160\"")
        .contains("cat .90");
  }

  @Test
  void html_noErrors_saysNone() {
    assertThat(page(List.of(right))).contains(">0 wrong<").contains("<p>None.</p>");
  }

  private String page(List<Outcome> outcomes) {
    ClaimsTable table = new ClaimsTable("all", outcomes);
    String diagram = ReliabilityDiagram.svg(outcomes, "a test");
    return new ClaimsPage(this::picture, table, diagram)
        .html(outcomes, "experts/1")
        .replace("http://www.w3.org/2000/svg", "");
  }

  private Picture picture(String name) {
    opened.add(name);
    return new Picture(PictureId.of(new byte[] {1}), 1280, 640, new byte[1280 * 640 * 3]);
  }

  private static Outcome outcome(String photo, String sentence, boolean holds, Verdict verdict) {
    Basis basis = new Basis(0, "a cat", Polarity.POSITIVE, List.of(new Span(0, 5)), List.of());
    Detection cat = new Detection("cat", .9, new Box(.25, .25, .75, .75));
    Ruling ruling = new Ruling(verdict, .9, new Evidence.Boxes(List.of(cat), Map.of("cat", .9)));
    Judgement judgement = new Judgement(0, "detector", "cats/1", ruling, Duration.ZERO);
    return new Outcome(
        new LabelledSentence(photo, sentence, holds),
        List.of(new DecidedClaim(new ObjectClaim(basis, "cat"), verdict, .9, List.of(judgement))));
  }
}
