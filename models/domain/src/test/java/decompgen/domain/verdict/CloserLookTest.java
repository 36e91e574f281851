package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloserLookTest {
  private static final Claim CASTLE = new ObjectClaim(BASIS, "castle");

  private final CloserLook look =
      new CloserLook(new SmallVocabulary(), new Thresholds.Looking(.125, .125, .5, .0625, 2));

  private final Detection doubtful = box("cat", .25, 0, 0, .5, .5);
  private final Detection other = box("dog", .125, .5, .5, 1, 1);

  @Test
  void questions_thingWithoutAClass_theWholeAndDoubtfulBoxes() {
    assertThat(look.questions(CASTLE, located(doubtful, other)))
        .containsExactly(
            new Question.Whole(),
            new Question.Patch(doubtful.box()),
            new Question.Patch(other.box()));
  }

  @Test
  void questions_boxesSureFaintSmallDoubleOrTooMany_notLookedAt() {
    Boxes boxes =
        located(
            box("cat", .5, 0, .5, .5, 1),
            doubtful,
            box("dog", .25, 0, 0, .5, .375),
            box("dog", .25, .5, 0, .75, .2),
            other,
            box("dog", .125, .5, 0, 1, .5),
            box("dog", .1, 0, .5, .5, 1));
    assertThat(look.questions(CASTLE, boxes))
        .containsExactly(
            new Question.Whole(),
            new Question.Patch(doubtful.box()),
            new Question.Patch(other.box()));
  }

  @Test
  void questions_anyClaimThatSpeaksOfSuchAThing_asks() {
    assertThat(asks(new CountClaim(BASIS, "castle", 2))).isTrue();
    assertThat(asks(new AttributeClaim(BASIS, "red", "castle"))).isTrue();
    assertThat(asks(new RelationClaim(BASIS, "cat", "see", "castle"))).isTrue();
    assertThat(asks(new SpatialClaim(BASIS, "cat", "left", "castle"))).isTrue();
    assertThat(asks(new SpatialClaim(BASIS, "castle", "left", null))).isTrue();
    assertThat(asks(new ScaleClaim(BASIS, "cat", "smaller", "castle"))).isTrue();
    assertThat(asks(new TextClaim(BASIS, "castle"))).isFalse();
    assertThat(asks(new ObjectClaim(BASIS, "cat"))).isFalse();
    assertThat(asks(new ObjectClaim(BASIS, "husky"))).isFalse();
    assertThat(asks(new ObjectClaim(BASIS, "unicorn"))).isFalse();
    assertThat(asks(new ObjectClaim(BASIS, "pet"))).isTrue();
    assertThat(asks(new ObjectClaim(BASIS, "cat or dog"))).isFalse();
  }

  @Test
  void widened_boxesUnderTheClaimsNoun_withAllItsLabels() {
    // Castle and palace are both the noun: .5 + .25.
    Boxes widened =
        look.widened(
            CASTLE,
            located(doubtful, other),
            List.of(
                labels(Box.WHOLE, "castle", .125, "pug", .5),
                labels(doubtful.box(), "castle", .5, "palace", .25),
                labels(other.box(), "pug", .75, "tabby", .125)));
    assertThat(widened.best("castle")).isEqualTo(.75);
    assertThat(widened.best("cat")).isEqualTo(.25);
    assertThat(widened.boxes())
        .containsExactly(
            new Detection("castle", .75, doubtful.box()),
            doubtful,
            other,
            new Detection("castle", 0, other.box()));
  }

  @Test
  void widened_doubtfulInItsBox_noMoreThereThanInTheWhole() {
    Boxes widened =
        look.widened(
            CASTLE,
            located(doubtful),
            List.of(
                labels(Box.WHOLE, "castle", .25, "pug", .5),
                labels(doubtful.box(), "castle", .4375, "pug", .25)));
    assertThat(widened.best("castle")).isEqualTo(.25);
    assertThat(widened.boxes())
        .containsExactly(new Detection("castle", .4375, doubtful.box()), doubtful);
  }

  @Test
  void widened_hardlyATraceInTheWhole_noBoxes() {
    Boxes widened =
        look.widened(
            CASTLE,
            located(doubtful),
            List.of(
                labels(Box.WHOLE, "castle", .12, "pug", .5),
                labels(doubtful.box(), "castle", .75, "pug", .25)));
    assertThat(widened.best("castle")).isEqualTo(.12);
    assertThat(widened.boxes()).containsExactly(doubtful);
  }

  @Test
  void widened_groundOrSomethingWider_isInNoBox() {
    for (String noun : List.of("meadow", "pet")) {
      Claim claim = new ObjectClaim(BASIS, noun);
      Boxes widened =
          look.widened(
              claim,
              located(doubtful),
              List.of(
                  labels(Box.WHOLE, "hay", .5, "pug", .5),
                  labels(doubtful.box(), "hay", .75, "pug", .75)));
      assertThat(widened.best(noun)).isEqualTo(.5);
      assertThat(widened.boxes()).containsExactly(doubtful);
    }
  }

  @Test
  void widened_seenInTheWholeOnly_isThereInNoBox() {
    Boxes widened =
        look.widened(CASTLE, located(), List.of(labels(Box.WHOLE, "castle", .75, "pug", .25)));
    assertThat(widened.best("castle")).isEqualTo(.75);
    assertThat(widened.boxes()).isEmpty();
    Thresholds shipped = Thresholds.standard();
    SceneRule rule = new SceneRule(new SmallVocabulary(), shipped.presence(), shipped.kinds());
    Ruling ruling = rule.rule(CASTLE, widened, List.of());
    assertThat(ruling.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(((Boxes) ruling.evidence()).boxes())
        .containsExactly(new Detection("castle", .75, Box.WHOLE));
  }

  @Test
  void widened_boxWithinOrAroundABetterOne_isNoOtherThing() {
    Box group = new Box(0, 0, 1, 1);
    Box one = new Box(0, 0, .5, .875);
    Box two = new Box(.5, 0, 1, .875);
    Box part = new Box(.5, 0, .75, .5);
    Boxes widened =
        look.widened(
            CASTLE,
            located(),
            List.of(
                labels(Box.WHOLE, "castle", .5, "pug", .5),
                labels(new Box(0, 0, 1, .96875), "castle", .5, "pug", .5),
                labels(group, "castle", .125, "pug", .5),
                labels(one, "castle", .75, "pug", .125),
                labels(two, "castle", .75, "pug", .125),
                labels(part, "castle", .625, "pug", .125)));
    assertThat(widened.boxes()).extracting(Detection::box).containsExactly(one, two);
  }

  private boolean asks(Claim claim) {
    return !look.questions(claim, located(doubtful)).isEmpty();
  }

  private static Evidence labels(Box region, String one, double its, String other, double others) {
    return new Labels(region, List.of(new Label(one, its), new Label(other, others)));
  }
}
