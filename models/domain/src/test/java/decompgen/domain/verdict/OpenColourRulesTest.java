package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.NOTHING_LOCATED;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Given.scored;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The colour rules that need no box of the coloured thing itself. */
class OpenColourRulesTest {
  private final Colouring colouring =
      new Colouring(
          new Colouring.Shares(.3, .1, .5),
          new Colouring.Shares(.6, .1, .5),
          .2,
          .0625,
          .125,
          .05,
          new Confidence(.9, .1));
  private final PaletteRule palette = new PaletteRule(colouring);
  private final SurroundingsRule surroundings = new SurroundingsRule(colouring);
  private final GarmentRule garment =
      new GarmentRule(
          new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)), colouring);

  @Test
  void palette_pictureWithoutTheColour_contradicted() {
    assertThat(verdict(palette, red("apple"), Map.of("blue", 1.0))).isEqualTo(CONTRADICTED);
    assertThat(verdict(palette, red("apple"), Map.of("blue", .94, "red", .06)))
        .isEqualTo(CONTRADICTED);
  }

  @Test
  void palette_traceOfTheColourOrItsLikes_unanswerable() {
    assertThat(verdict(palette, red("apple"), Map.of("blue", .9375, "red", .0625)))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict(palette, red("apple"), Map.of("blue", .9375, "orange", .0625)))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict(palette, red("apple"), Map.of("red", 1.0))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void palette_littleOfTheColour_noBulkyThingHasIt() {
    Map<String, Double> little = Map.of("blue", .8, "red", .1, "orange", .0998);
    assertThat(verdict(palette, red("roof"), little)).isEqualTo(CONTRADICTED);
    assertThat(verdict(palette, red("apple"), little)).isEqualTo(UNANSWERABLE);
    assertThat(verdict(palette, red("roof"), Map.of("blue", .8, "red", .1, "orange", .1)))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict(palette, red("roof"), Map.of("blue", .875, "red", .125)))
        .isEqualTo(UNANSWERABLE);
    Claim blue = new AttributeClaim(BASIS, "blue", "roof");
    assertThat(verdict(palette, blue, Map.of("blue", .0625, "grey", .24))).isEqualTo(CONTRADICTED);
    assertThat(verdict(palette, blue, Map.of("blue", .0625, "grey", .25))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void palette_asksAboutTheWhole_withoutBoxes() {
    assertThat(palette.judges(red("roof"))).isTrue();
    assertThat(palette.judges(new AttributeClaim(BASIS, "tall", "roof"))).isFalse();
    assertThat(palette.judges(new ObjectClaim(BASIS, "roof"))).isFalse();
    assertThat(palette.needsBoxes()).isFalse();
    assertThat(palette.judgesOpenly()).isTrue();
    assertThat(palette.questions(red("roof"), NOTHING_LOCATED))
        .containsExactly(new Question.Whole());
  }

  @Test
  void surroundings_colourWhereTheyAre_supportedOrContradicted() {
    Claim blueSky = new AttributeClaim(BASIS, "blue", "sky");
    assertThat(verdict(surroundings, blueSky, Map.of("blue", .35, "grey", .65)))
        .isEqualTo(SUPPORTED);
    assertThat(verdict(surroundings, blueSky, Map.of("blue", .34, "grey", .66)))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict(surroundings, blueSky, Map.of("brown", 1.0))).isEqualTo(CONTRADICTED);
  }

  @Test
  void surroundings_asksAboutTheirPart() {
    Claim blueSky = new AttributeClaim(BASIS, "blue", "sky");
    assertThat(surroundings.questions(blueSky, NOTHING_LOCATED))
        .containsExactly(new Question.Patch(new Box(0, 0, 1, .3)));
    assertThat(surroundings.judges(blueSky)).isTrue();
    assertThat(surroundings.questions(red("floor"), NOTHING_LOCATED))
        .containsExactly(new Question.Patch(new Box(0, .5, 1, 1)));
    assertThat(surroundings.judges(red("roof"))).isFalse();
    assertThat(surroundings.judges(new AttributeClaim(BASIS, "cloudy", "sky"))).isFalse();
    assertThat(surroundings.judgesOpenly()).isTrue();
  }

  @Test
  void garment_asksAboutThePartThatWearsIt() {
    // A person of .5 by 1: chest from .15 to .35 and .22 to .5; legs from .55 to .85.
    var person = located(box("person", .9, 0, 0, .5, 1), box("person", .4, .5, 0, 1, 1));
    Question chest = garment.questions(red("jacket"), person).getFirst();
    assertThat(chest).isEqualTo(new Question.Patch(new Box(.15, .22, .35, .5)));
    assertThat(garment.questions(red("jacket"), person).getLast())
        .isEqualTo(new Question.Patch(new Box(0, 0, .5, 1)));
    Question legs = garment.questions(red("jeans"), person).getFirst();
    assertThat(legs).isEqualTo(new Question.Patch(new Box(.15, .55, .35, .85)));
    assertThat(garment.questions(red("jeans"), person)).hasSize(2);
  }

  @Test
  void garment_anyWearer_supportsAllMustContradict() {
    Colours red = colours(Map.of("red", 1.0));
    Colours blue = colours(Map.of("blue", 1.0));
    assertThat(garment.rule(red("shirt"), located(), List.of(blue, blue, red, red)).verdict())
        .isEqualTo(SUPPORTED);
    assertThat(garment.rule(red("shirt"), located(), List.of(blue, red)).verdict())
        .isEqualTo(UNANSWERABLE);
    assertThat(garment.rule(red("shirt"), located(), List.of(blue, blue)).verdict())
        .isEqualTo(CONTRADICTED);
    // A dress may be anywhere on her: red somewhere supports nothing.
    assertThat(garment.rule(red("dress"), located(), List.of(red, red)).verdict())
        .isEqualTo(UNANSWERABLE);
    assertThat(garment.rule(red("dress"), located(), List.of(blue, blue)).verdict())
        .isEqualTo(CONTRADICTED);
    assertThat(garment.rule(red("shirt"), located(), List.of()).verdict()).isEqualTo(UNANSWERABLE);
  }

  @Test
  void garment_coloursOfSkin_needMore() {
    Colours some = colours(Map.of("red", .34, "green", .34, "grey", .32));
    assertThat(garment.rule(red("shirt"), located(), List.of(some, some)).verdict())
        .isEqualTo(UNANSWERABLE);
    Claim green = new AttributeClaim(BASIS, "green", "shirt");
    assertThat(garment.rule(green, located(), List.of(some, some)).verdict()).isEqualTo(SUPPORTED);
    Colours more = colours(Map.of("red", .35, "grey", .65));
    assertThat(garment.rule(red("shirt"), located(), List.of(more, more)).verdict())
        .isEqualTo(SUPPORTED);
  }

  @Test
  void garment_judgesClothesOpenly() {
    assertThat(garment.judges(red("t-shirt"))).isTrue();
    assertThat(garment.judges(red("hat"))).isFalse();
    assertThat(garment.judges(new AttributeClaim(BASIS, "striped", "shirt"))).isFalse();
    assertThat(garment.judges(new ObjectClaim(BASIS, "shirt"))).isFalse();
    assertThat(garment.judgesOpenly()).isTrue();
    assertThat(garment.judge()).isEqualTo("colour");
  }

  @Test
  void sceneColour_lacking_contradictedAndNeverSupported() {
    SceneColourRule scene =
        new SceneColourRule(
            new SmallVocabulary(),
            new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
            new Thresholds.Kinds(new Levels(.5, .125), .5, .75, new Confidence(.9, .1)),
            colouring);
    Boxes castle = scored("castle", .75);
    Claim redCastle = red("castle");
    assertThat(scene.judges(redCastle)).isTrue();
    assertThat(scene.judges(red("cat"))).isFalse();
    assertThat(scene.judgesOpenly()).isFalse();
    assertThat(scene.questions(redCastle, NOTHING_LOCATED)).containsExactly(new Question.Whole());
    List<Evidence> hardlyRed = List.of(colours(Map.of("blue", .951, "red", .049)));
    List<Evidence> partlyRed = List.of(colours(Map.of("blue", .95, "red", .05)));
    List<Evidence> red = List.of(colours(Map.of("red", 1.0)));
    assertThat(scene.rule(redCastle, castle, hardlyRed).verdict()).isEqualTo(CONTRADICTED);
    assertThat(scene.rule(redCastle, castle, partlyRed).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(scene.rule(redCastle, castle, red).verdict()).isEqualTo(UNANSWERABLE);
    // One that the whole does not show, or that a closer look has boxed, need not fill it.
    assertThat(scene.rule(redCastle, scored("castle", .74), hardlyRed).verdict())
        .isEqualTo(UNANSWERABLE);
    List<Evidence> blue = List.of(colours(Map.of("blue", 1.0)));
    assertThat(scene.rule(redCastle, located(box("castle", .5, 0)), blue).verdict())
        .isEqualTo(UNANSWERABLE);
  }

  private static Verdict verdict(Rule rule, Claim claim, Map<String, Double> shares) {
    List<Evidence> answers = List.of(colours(shares));
    return rule.rule(claim, NOTHING_LOCATED, answers).verdict();
  }

  private static Colours colours(Map<String, Double> shares) {
    return new Colours(Box.WHOLE, shares);
  }

  private static Claim red(String noun) {
    return new AttributeClaim(BASIS, "red", noun);
  }
}
