package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.DENIED;
import static decompgen.domain.verdict.Requirement.MET;
import static decompgen.domain.verdict.Requirement.OPEN;
import static decompgen.domain.verdict.Requirement.VOID;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.NOT_APPLICABLE;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import org.junit.jupiter.api.Test;

class RequirementTest {
  private final Claim aDog = new ObjectClaim(BASIS, "dog");
  private final Claim noDog = new ObjectClaim(DENIED, "dog");

  @Test
  void of_thingThatIsThere_met() {
    assertThat(Requirement.of(aDog, SUPPORTED)).isEqualTo(MET);
  }

  @Test
  void of_thingThatIsNotThere_void() {
    assertThat(Requirement.of(aDog, CONTRADICTED)).isEqualTo(VOID);
    assertThat(Requirement.of(aDog, NOT_APPLICABLE)).isEqualTo(VOID);
  }

  @Test
  void of_undecidedThing_open() {
    assertThat(Requirement.of(aDog, UNANSWERABLE)).isEqualTo(OPEN);
    assertThat(Requirement.of(noDog, UNANSWERABLE)).isEqualTo(OPEN);
  }

  @Test
  void of_contradictedAbsence_voidsNothing() {
    assertThat(Requirement.of(noDog, CONTRADICTED)).isEqualTo(MET);
  }

  @Test
  void of_trueAbsence_void() {
    assertThat(Requirement.of(noDog, SUPPORTED)).isEqualTo(VOID);
  }

  @Test
  void and_graverOne() {
    assertThat(MET.and(OPEN)).isEqualTo(OPEN);
    assertThat(VOID.and(OPEN)).isEqualTo(VOID);
    assertThat(MET.and(MET)).isEqualTo(MET);
  }

  @Test
  void admits_openOnlyRulesWithoutBoxes() {
    Rule reader = new TextRule(Thresholds.standard().reading());
    Rule geometry =
        new SpatialRule(
            new SmallVocabulary(),
            Thresholds.standard().presence(),
            Thresholds.standard().counting(),
            Thresholds.standard().placing());
    assertThat(OPEN.admits(geometry)).isTrue();
    assertThat(VOID.admits(geometry)).isFalse();
    Rule detector = new ObjectRule(new SmallVocabulary(), Thresholds.standard().presence());
    assertThat(MET.admits(detector)).isTrue();
    assertThat(OPEN.admits(detector)).isFalse();
    assertThat(OPEN.admits(reader)).isTrue();
    assertThat(VOID.admits(reader)).isFalse();
  }

  @Test
  void otherwise_voidIsNotApplicable() {
    assertThat(VOID.otherwise()).isEqualTo(NOT_APPLICABLE);
    assertThat(OPEN.otherwise()).isEqualTo(UNANSWERABLE);
    assertThat(MET.otherwise()).isEqualTo(UNANSWERABLE);
  }
}
