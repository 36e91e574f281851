package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ColourRuleTest {
  private final ColourRule rule =
      new ColourRule(
          new SmallVocabulary(),
          new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
          new Colouring(
              new Colouring.Shares(.3, .1, .5),
              new Colouring.Shares(.6, .1, .5),
              .2,
              .01,
              .125,
              .05,
              new Confidence(.9, .1)));

  @Test
  void questions_boxesThatAreThere_bestFiveAtMost() {
    assertThat(rule.questions(claim("red", "cat"), located(box("cat", .9, 0), box("cat", .4, 1))))
        .containsExactly(
            new Question.Region(box("cat", .9, 0).box()),
            new Question.Patch(box("cat", .9, 0).box()));
    assertThat(
            rule.questions(
                claim("red", "cat"),
                located(
                    box("cat", .9, 0),
                    box("cat", .9, 1),
                    box("cat", .9, 2),
                    box("cat", .9, 3),
                    box("cat", .9, 4),
                    box("cat", .9, 5))))
        .hasSize(10);
  }

  @Test
  void questions_noneSurelyThere_thoseThatMayBe() {
    assertThat(rule.questions(claim("red", "cat"), located(box("cat", .4, 1))))
        .contains(new Question.Region(box("cat", .4, 1).box()));
    assertThat(rule.questions(claim("red", "cat"), located(box("cat", .2, 1)))).isEmpty();
    assertThat(rule.judgesOpenly()).isTrue();
  }

  @Test
  void rule_thingThatACloserLookFound_decided() {
    Boxes castle = located(box("castle", .9, 0));
    List<Evidence> red = twice(colours(Map.of("red", 1.0)));
    assertThat(rule.rule(claim("red", "castle"), castle, red).verdict()).isEqualTo(SUPPORTED);
    assertThat(rule.rule(claim("blue", "castle"), castle, red).verdict()).isEqualTo(CONTRADICTED);
  }

  @Test
  void questions_fur_ofTheAnimals() {
    Boxes located = located(box("cat", .9, 0), box("couch", .9, 1));
    assertThat(rule.judges(claim("red", "fur"))).isTrue();
    assertThat(rule.judges(claim("red", "skin"))).isFalse();
    assertThat(rule.questions(claim("red", "fur"), located))
        .isEqualTo(rule.questions(claim("red", "cat"), located));
  }

  @Test
  void rule_shareAtThreshold_supported() {
    assertThat(verdict("red", Map.of("red", .3, "blue", .7))).isEqualTo(SUPPORTED);
    assertThat(verdict("red", Map.of("red", .2999, "blue", .7))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_hardlyAny_contradicted() {
    assertThat(verdict("red", Map.of("red", .0999, "blue", .9))).isEqualTo(CONTRADICTED);
    assertThat(verdict("red", Map.of("red", .1, "blue", .9))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_guisesTogether_unanswerable() {
    assertThat(verdict("red", Map.of("blue", .5, "orange", .25, "pink", .25)))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict("red", Map.of("blue", .51, "orange", .25, "pink", .24)))
        .isEqualTo(CONTRADICTED);
    // What is black shows black somewhere.
    assertThat(verdict("black", Map.of("grey", 1.0))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_colourBesideTheThing_unanswerable() {
    Colours blue = colours(Map.of("blue", 1.0));
    List<Evidence> strayed = List.of(blue, colours(Map.of("blue", .8, "red", .2)));
    assertThat(rule.rule(claim("red", "cat"), cats(1), strayed).verdict()).isEqualTo(UNANSWERABLE);
    List<Evidence> clear = List.of(blue, colours(Map.of("blue", .81, "red", .19)));
    assertThat(rule.rule(claim("red", "cat"), cats(1), clear).verdict()).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_seatFullOfAPerson_unanswerable() {
    Detection couch = box("couch", .9, .2, .2, .8, .8);
    List<Evidence> red = List.of(colours(Map.of("red", 1.0)), colours(Map.of("red", 1.0)));
    Boxes empty = located(couch);
    Boxes half = located(couch, box("person", .9, .2, .2, .51, .8));
    for (String colour : List.of("red", "blue")) {
      assertThat(rule.rule(claim(colour, "sofa"), half, red).verdict()).isEqualTo(UNANSWERABLE);
      assertThat(rule.rule(claim(colour, "sofa"), empty, red).verdict().decided()).isTrue();
    }
  }

  @Test
  void rule_neutralColours_needMore() {
    assertThat(verdict("black", Map.of("black", .59, "red", .41))).isEqualTo(UNANSWERABLE);
    assertThat(verdict("black", Map.of("black", .6, "red", .4))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_aResemblingColourDominates_unanswerable() {
    assertThat(verdict("red", Map.of("orange", .9))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_lightOrOtherName_isItsBasicColour() {
    assertThat(verdict("dark red", Map.of("red", .9))).isEqualTo(SUPPORTED);
    assertThat(verdict("navy", Map.of("blue", .9))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_severalBoxes_oneSupportsAllMustContradict() {
    Colours red = colours(Map.of("red", .9));
    Colours blue = colours(Map.of("blue", .9));
    Colours mixed = colours(Map.of("red", .2, "blue", .8));
    assertThat(verdict(blue, red)).isEqualTo(SUPPORTED);
    assertThat(verdict(blue, mixed)).isEqualTo(UNANSWERABLE);
    assertThat(verdict(blue, blue)).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_noBox_unanswerable() {
    assertThat(verdict()).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_evidence_isTheLookWithMostOfIt() {
    Colours red = colours(Map.of("red", .9));
    Ruling ruling = rule.rule(claim("red", "cat"), cats(1), List.of(red, colours(Map.of())));
    assertThat(ruling.evidence()).isEqualTo(red);
    assertThat(ruling.score()).isEqualTo(.9);
  }

  @Test
  void judges_coloursOfKnownThings() {
    assertThat(rule.judges(claim("red", "sofa"))).isTrue();
    assertThat(rule.judges(claim("wooden", "sofa"))).isFalse();
    assertThat(rule.judges(claim("red", "castle"))).isTrue();
    assertThat(rule.judges(claim("red", "unicorn"))).isFalse();
    assertThat(rule.judges(claim("black", "person"))).isFalse();
    assertThat(rule.judges(new ObjectClaim(BASIS, "cat"))).isFalse();
    assertThat(rule.judge()).isEqualTo("colour");
    assertThat(rule.expert()).isEqualTo("colour");
  }

  private Verdict verdict(String colour, Map<String, Double> shares) {
    return rule.rule(claim(colour, "cat"), cats(1), twice(colours(shares))).verdict();
  }

  /** Of red cats that look so, each the same with and without what it stands before. */
  private Verdict verdict(Colours... looks) {
    return rule.rule(claim("red", "cat"), cats(looks.length), twice(looks)).verdict();
  }

  private static List<Evidence> twice(Colours... looks) {
    return Stream.of(looks)
        .<Evidence>mapMulti(
            (look, all) -> {
              all.accept(look);
              all.accept(look);
            })
        .toList();
  }

  private static Boxes cats(int count) {
    return located(
        IntStream.range(0, count).mapToObj(i -> box("cat", .9, i)).toArray(Detection[]::new));
  }

  private static Colours colours(Map<String, Double> shares) {
    return new Colours(Box.WHOLE, shares);
  }

  private static AttributeClaim claim(String attribute, String noun) {
    return new AttributeClaim(BASIS, attribute, noun);
  }
}
