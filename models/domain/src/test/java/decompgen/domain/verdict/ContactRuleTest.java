package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.box;
import static decompgen.domain.verdict.Given.located;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactRuleTest {
  private final ContactRule rule =
      new ContactRule(
          new SmallVocabulary(),
          new Thresholds.Presence(new Levels(.5, .25), Map.of(), new Logistic(1, 0)),
          new Thresholds.Placing(.1, .1, .5, .25, .8, new Confidence(.9, .1)));

  private final Detection person = box("person", .9, 0, 0, .25, 1);
  private final Detection farDog = box("dog", .9, .5, 0, .75, 1);

  @Test
  void rule_apart_contradictedForKindsToo() {
    // The gap is .25, the limit itself.
    assertThat(verdict("person", "hold", "dog", located(person, farDog))).isEqualTo(CONTRADICTED);
    assertThat(verdict("woman", "hold", "husky", located(person, farDog))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_near_saysNothing() {
    Detection nearDog = box("dog", .9, .375, 0, .75, 1);
    assertThat(verdict("person", "hold", "dog", located(person, nearDog))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_anotherOneMayBeNear_unanswerable() {
    Detection maybe = box("dog", .25, 0, 0, .2, .2);
    assertThat(verdict("person", "hold", "dog", located(person, farDog, maybe)))
        .isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_holderOnlyDoubtful_unanswerable() {
    Detection maybe = box("person", .25, 0, 0, .25, 1);
    assertThat(verdict("person", "hold", "dog", located(maybe, farDog))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_oneOfThemUnseenOrUnknown_unanswerable() {
    assertThat(verdict("person", "hold", "dog", located(person))).isEqualTo(UNANSWERABLE);
    assertThat(verdict("person", "wear", "hat", located(person))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void judges_contactsOnly() {
    assertThat(rule.judges(claim("person", "sit on", "sofa"))).isTrue();
    assertThat(rule.judges(claim("person", "watch", "dog"))).isFalse();
    assertThat(rule.judges(new ObjectClaim(BASIS, "dog"))).isFalse();
    assertThat(rule.judgesOpenly()).isTrue();
    assertThat(rule.judge()).isEqualTo("geometry");
    assertThat(rule.expert()).isEqualTo("detector");
  }

  private Verdict verdict(String subject, String predicate, String object, Boxes located) {
    return rule.rule(claim(subject, predicate, object), located, List.of()).verdict();
  }

  private static Claim claim(String subject, String predicate, String object) {
    return new RelationClaim(BASIS, subject, predicate, object);
  }
}
