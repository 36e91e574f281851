package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private final Rulebook rules = rulebook(Thresholds.standard(), new Deciding.FirstDecisive());

  @Test
  void named_wordsOfConfiguration() {
    assertThat(RuleSet.named("default")).contains(RuleSet.DEFAULT);
    assertThat(RuleSet.named("dgpref")).contains(RuleSet.DGPREF);
    assertThat(RuleSet.named("DEFAULT")).isEmpty();
  }

  @Test
  void rulebook_claimOfEachAspect_hasItsJudges() {
    assertThat(judges(new ObjectClaim(BASIS, "cat"))).containsExactly("detector");
    assertThat(judges(new ObjectClaim(BASIS, "husky"))).containsExactly("detector", "classifier");
    assertThat(judges(new ObjectClaim(BASIS, "castle"))).containsExactly("detector", "classifier");
    assertThat(judges(new CountClaim(BASIS, "cat", 2))).containsExactly("detector");
    assertThat(judges(new AttributeClaim(BASIS, "red", "cat"))).containsExactly("colour", "colour");
    assertThat(judges(new AttributeClaim(BASIS, "tabby", "cat"))).containsExactly("classifier");
    assertThat(judges(new AttributeClaim(BASIS, "sleepy", "cat"))).isEmpty();
    assertThat(judges(new RelationClaim(BASIS, "cat", "chase", "dog"))).isEmpty();
    assertThat(judges(new RelationClaim(BASIS, "person", "ride", "dog")))
        .containsExactly("geometry");
    assertThat(judges(new SpatialClaim(BASIS, "cat", "left", "dog"))).containsExactly("geometry");
    assertThat(judges(new ScaleClaim(BASIS, "cat", "large", null))).containsExactly("geometry");
    assertThat(judges(new TextClaim(BASIS, "stop"))).containsExactly("reader");
  }

  @Test
  void version_sameNumbers_same() {
    assertThat(rules.version())
        .isEqualTo(rulebook(Thresholds.standard(), new Deciding.FirstDecisive()).version())
        .matches("default/\\d+-[0-9a-f]{8}\\Q+%s\\E".formatted(new SmallVocabulary().version()));
  }

  @Test
  void version_otherNumbersOrWayOfDeciding_other() {
    Thresholds standard = Thresholds.standard();
    Thresholds other =
        new Thresholds(
            new Thresholds.Presence(
                standard.presence().standard(),
                Map.of("cat", new Levels(.9, .1)),
                standard.presence().calibration()),
            standard.counting(),
            standard.placing(),
            standard.sizing(),
            standard.reading(),
            standard.colouring(),
            standard.kinds(),
            standard.stuff(),
            standard.looking());
    assertThat(rulebook(other, new Deciding.FirstDecisive()).version())
        .isNotEqualTo(rules.version());
    assertThat(rulebook(standard, new Deciding.Weighted(1)).version())
        .isNotEqualTo(rules.version());
  }

  @Test
  void version_otherVocabulary_other() {
    for (RuleSet set : RuleSet.values())
      assertThat(version(set, new Renamed(new SmallVocabulary(), "small/2")))
          .isNotEqualTo(version(set, new SmallVocabulary()));
  }

  private static String version(RuleSet set, Vocabulary vocabulary) {
    return set.rulebook(Thresholds.standard(), vocabulary, new Deciding.FirstDecisive()).version();
  }

  /** The same nouns under another version. */
  private record Renamed(Vocabulary vocabulary, String version) implements Vocabulary {
    @Override
    public Naming detectorClass(String noun) {
      return vocabulary.detectorClass(noun);
    }

    @Override
    public Set<String> classifierLabels(String noun) {
      return vocabulary.classifierLabels(noun);
    }
  }

  private List<String> judges(Claim claim) {
    return rules.rulesFor(claim).stream().map(Rule::judge).toList();
  }

  private static Rulebook rulebook(Thresholds thresholds, Deciding deciding) {
    return RuleSet.DEFAULT.rulebook(thresholds, new SmallVocabulary(), deciding);
  }
}
