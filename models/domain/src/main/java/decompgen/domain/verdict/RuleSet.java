package decompgen.domain.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;

import decompgen.domain.claim.Vocabulary;
import decompgen.domain.hash.Sha256;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sets of rules to choose from: {@code rules: default} or {@code rules: dgpref}. */
public enum RuleSet {
  /** This project's rules: measured thresholds, and abstention rather than a guess. */
  DEFAULT,
  /** The rules of the method's released code, faults included, to reproduce its numbers. */
  DGPREF;

  /** The set of that name in configuration. */
  public static Optional<RuleSet> named(String word) {
    return Arrays.stream(values()).filter(set -> set.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The rules in the order in which their verdicts count; the version changes with every number and
   * with the vocabulary.
   *
   * @param thresholds of the default rules; the source's are fixed
   */
  public Rulebook rulebook(Thresholds thresholds, Vocabulary vocabulary, Deciding deciding) {
    return switch (this) {
      case DEFAULT ->
          new Rulebook(
              version(thresholds + "\n" + deciding, vocabulary),
              standard(thresholds, vocabulary),
              deciding,
              false,
              new CloserLook(vocabulary, thresholds.looking()));
      case DGPREF ->
          new Rulebook(
              version(deciding.toString(), vocabulary),
              source(new DgprefBoxes(vocabulary)),
              deciding);
    };
  }

  /**
   * A name, the number of the rules' code, eight hex digits that stand for their numbers, and the
   * vocabulary.
   */
  private String version(String numbers, Vocabulary vocabulary) {
    String stamp = Sha256.hex(numbers.getBytes(UTF_8)).substring(0, 8);
    return word() + "/5-" + stamp + "+" + vocabulary.version();
  }

  private static List<Rule> standard(Thresholds thresholds, Vocabulary vocabulary) {
    Thresholds.Presence presence = thresholds.presence();
    return List.of(
        new ObjectRule(vocabulary, presence),
        new SceneRule(vocabulary, presence, thresholds.kinds()),
        new StuffRule(vocabulary, thresholds.stuff()),
        new CountRule(vocabulary, presence, thresholds.counting()),
        new KindRule(vocabulary, presence, thresholds.kinds()),
        new ColourRule(vocabulary, presence, thresholds.colouring()),
        new GarmentRule(presence, thresholds.colouring()),
        new SurroundingsRule(thresholds.colouring()),
        new ToneRule(thresholds.colouring()),
        new SceneColourRule(vocabulary, presence, thresholds.kinds(), thresholds.colouring()),
        new PaletteRule(thresholds.colouring()),
        new SpatialRule(vocabulary, presence, thresholds.counting(), thresholds.placing()),
        new ContactRule(vocabulary, presence, thresholds.placing()),
        new ScaleRule(vocabulary, presence, thresholds.sizing()),
        new TextRule(thresholds.reading()));
  }

  private static List<Rule> source(DgprefBoxes boxes) {
    return List.of(
        new DgprefObjectRule(boxes),
        new DgprefCountRule(boxes),
        new DgprefSpatialRule(boxes),
        new DgprefScaleRule(boxes),
        new DgprefTextRule());
  }
}
