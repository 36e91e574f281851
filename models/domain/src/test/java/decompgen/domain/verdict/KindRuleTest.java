package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
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
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KindRuleTest {
  private static final Claim HUSKY = new ObjectClaim(BASIS, "husky");

  private final Thresholds.Kinds kinds =
      new Thresholds.Kinds(new Levels(.5, .125), .5, .75, new Confidence(.9, .1));
  private final Thresholds.Presence presence =
      new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0));
  private final KindRule rule = new KindRule(new SmallVocabulary(), presence, kinds);
  private final SceneRule scene = new SceneRule(new SmallVocabulary(), presence, kinds);

  @Test
  void questions_boxesOfTheClass() {
    assertThat(rule.questions(HUSKY, located(box("dog", .5, 0), box("cat", .9, 1))))
        .containsExactly(new Question.Patch(box("dog", .5, 0).box()));
  }

  @Test
  void rule_shareWithinTheFamily_decides() {
    // .25 of a family of .5 is half; .125 of 1 is the lower level itself.
    assertThat(verdict(HUSKY, labels("Siberian husky", .25, "pug", .25))).isEqualTo(SUPPORTED);
    assertThat(verdict(HUSKY, labels("Siberian husky", .125, "pug", .875))).isEqualTo(UNANSWERABLE);
    assertThat(verdict(HUSKY, labels("Siberian husky", .1, "pug", .9))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_kindThatBiologyHasElsewhere_isToldFromTheClass() {
    Claim wolf = new ObjectClaim(BASIS, "red wolf");
    assertThat(verdict(wolf, labels("red wolf", .75, "pug", .25))).isEqualTo(SUPPORTED);
    assertThat(verdict(wolf, labels("pug", .75, "tabby", .25))).isEqualTo(CONTRADICTED);
    assertThat(verdict(wolf, labels("tabby", .75, "pug", .25))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_anotherFamily_unanswerable() {
    assertThat(verdict(HUSKY, labels("tabby", .9, "pug", .1))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_severalBoxes_oneSupportsAllMustContradict() {
    Labels pug = labels("pug", .9, "beagle", .1);
    Labels husky = labels("pug", .1, "Siberian husky", .9);
    Labels cat = labels("tabby", .9, "pug", .1);
    assertThat(verdict(HUSKY, pug, husky)).isEqualTo(SUPPORTED);
    assertThat(verdict(HUSKY, pug, pug)).isEqualTo(CONTRADICTED);
    assertThat(verdict(HUSKY, pug, cat)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_noBox_unanswerable() {
    assertThat(verdict(HUSKY)).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_attributeThatIsAKind_decides() {
    Claim tabby = new AttributeClaim(BASIS, "tabby", "cat");
    assertThat(verdict(tabby, labels("tabby", .9, "Persian cat", .1))).isEqualTo(SUPPORTED);
    assertThat(verdict(tabby, labels("tabby", .01, "Persian cat", .9))).isEqualTo(CONTRADICTED);
  }

  @Test
  void judges_kindsWithinAFamily() {
    assertThat(rule.judges(HUSKY)).isTrue();
    assertThat(rule.judges(new AttributeClaim(BASIS, "pug", "dog"))).isTrue();
    assertThat(rule.judges(new AttributeClaim(BASIS, "pug", "cat"))).isFalse();
    assertThat(rule.judges(new AttributeClaim(BASIS, "sleepy", "dog"))).isFalse();
    assertThat(rule.judges(new ObjectClaim(BASIS, "dog"))).isFalse();
    assertThat(rule.judges(new ObjectClaim(BASIS, "woman"))).isFalse();
    assertThat(rule.judge()).isEqualTo("classifier");
  }

  @Test
  void scene_ofAnUnknownThing_supportsOrSaysNothing() {
    Claim castle = new ObjectClaim(BASIS, "castle");
    assertThat(scene.judges(castle)).isTrue();
    assertThat(scene.judges(HUSKY)).isFalse();
    assertThat(scene.judges(new ObjectClaim(BASIS, "pet"))).isTrue();
    assertThat(scene.judges(new ObjectClaim(BASIS, "unicorn"))).isFalse();
    assertThat(scene.questions(castle, located())).isEmpty();
    assertThat(Given.rule(scene, castle, scored("castle", .75)).verdict()).isEqualTo(SUPPORTED);
    assertThat(Given.rule(scene, castle, scored("castle", .7499)).verdict())
        .isEqualTo(UNANSWERABLE);
    assertThat(Given.rule(scene, castle, scored("castle", 0)).verdict()).isEqualTo(UNANSWERABLE);
    assertThat(Given.rule(scene, castle, located()).verdict()).isEqualTo(UNANSWERABLE);
  }

  private Verdict verdict(Claim claim, Evidence... answers) {
    return rule.rule(claim, located(), List.of(answers)).verdict();
  }

  private static Labels labels(String one, double its, String other, double others) {
    return new Labels(Box.WHOLE, List.of(new Label(one, its), new Label(other, others)));
  }
}
