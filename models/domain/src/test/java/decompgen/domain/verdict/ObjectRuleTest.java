package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.DENIED;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Given.rule;
import static decompgen.domain.verdict.Given.scored;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ObjectRuleTest {
  private final ObjectRule rule =
      new ObjectRule(
          new SmallVocabulary(),
          new Thresholds.Presence(
              new Levels(.5, .25), Map.of("fork", new Levels(.5, 0)), new Logistic(1, 0)));

  @Test
  void rule_scoreAtPresent_supported() {
    // logit .5 - logit .375 = 0 - ln(.375/.625) = .5108; σ(.5108) = .625
    Ruling ruling = rule(rule, claim("cat"), scored("cat", .5));
    assertThat(ruling.verdict()).isEqualTo(SUPPORTED);
    assertThat(ruling.score()).isCloseTo(.625, within(1e-12));
  }

  @Test
  void rule_scoreJustUnderPresent_unanswerable() {
    assertThat(verdict("cat", scored("cat", .4999))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_scoreAtAbsent_unanswerable() {
    assertThat(verdict("cat", scored("cat", .25))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_scoreUnderAbsent_contradicted() {
    // logit .2 - logit .375 = -1.3863 + .5108 = -.8755; σ = .25/.85 = .2941
    Ruling ruling = rule(rule, claim("cat"), scored("cat", .2));
    assertThat(ruling.verdict()).isEqualTo(CONTRADICTED);
    assertThat(ruling.score()).isCloseTo(.25 / .85, within(1e-12));
  }

  @Test
  void rule_classWhoseMissesAreUnknown_neverContradicted() {
    assertThat(verdict("fork", scored("fork", 0))).isEqualTo(UNANSWERABLE);
    assertThat(verdict("fork", scored("fork", .5))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_synonym_goesByItsClass() {
    assertThat(verdict("sofa", scored("couch", .9))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_unknownNoun_unanswerable() {
    assertThat(verdict("unicorn", scored("cat", .9))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_classTheDetectorDidNotScore_unanswerable() {
    assertThat(verdict("cat", new Boxes(List.of(), Map.of()))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_kindOfPresentClass_unanswerable() {
    assertThat(verdict("husky", scored("dog", .9))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_kindOfAbsentClass_contradicted() {
    assertThat(verdict("husky", scored("dog", .1))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_oneMemberPresent_supported() {
    assertThat(verdict("pet", located(box("dog", .9, 0)))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_allMembersAbsent_contradictedOnlyWhenComplete() {
    assertThat(verdict("pet", located())).isEqualTo(UNANSWERABLE);
    assertThat(verdict("cat or dog", located())).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_oneMemberBetween_unanswerable() {
    assertThat(verdict("cat or dog", located(box("dog", .3, 0)))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_lookalikePresent_neverContradicted() {
    ObjectRule careful =
        new ObjectRule(
            new SmallVocabulary(),
            new Thresholds.Presence(
                new Levels(.5, .25),
                new TreeMap<>(),
                new TreeMap<>(Map.of("cat", new TreeSet<>(Set.of("dog")))),
                0,
                new Logistic(1, 0)));
    assertThat(rule(careful, claim("cat"), located(box("dog", .5, 0))).verdict())
        .isEqualTo(UNANSWERABLE);
    assertThat(rule(careful, claim("cat"), located(box("dog", .49, 0))).verdict())
        .isEqualTo(CONTRADICTED);
    assertThat(rule(careful, claim("dog"), located(box("cat", .9, 0))).verdict())
        .isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_evidence_holdsTheClassAlone() {
    Boxes shown =
        (Boxes) rule(rule, claim("cat"), located(box("cat", .9, 0), box("dog", .9, 1))).evidence();
    assertThat(shown.boxes()).containsExactly(box("cat", .9, 0));
    assertThat(shown.classScores()).isEqualTo(Map.of("cat", .9));
  }

  @Test
  void judge_deniedClaim_turnedRound() {
    Ruling ruling =
        Rulebook.judge(rule, new ObjectClaim(DENIED, "cat"), scored("cat", .5), List.of());
    assertThat(ruling.verdict()).isEqualTo(CONTRADICTED);
    assertThat(ruling.score()).isCloseTo(.375, within(1e-12));
  }

  @Test
  void judges_objectsOnly() {
    assertThat(rule.judges(claim("cat"))).isTrue();
    assertThat(rule.judges(new TextClaim(BASIS, "cat"))).isFalse();
  }

  private Verdict verdict(String noun, Boxes located) {
    return rule(rule, claim(noun), located).verdict();
  }

  private static ObjectClaim claim(String noun) {
    return new ObjectClaim(BASIS, noun);
  }
}
