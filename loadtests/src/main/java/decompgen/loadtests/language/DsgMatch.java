package decompgen.loadtests.language;

import decompgen.loadtests.language.DsgFact.Relation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A prompt's facts against those of the decomposer's claims, one to one, each taking the first that
 * is left and matches.
 */
record DsgMatch(DsgPrompt prompt, List<Pair> pairs, List<DsgFact> missed, List<DsgFact> extra) {
  /** A fact and the prediction that counts as it. */
  record Pair(DsgFact fact, DsgFact predicted) {
    boolean samePredicate() {
      return fact instanceof Relation relation
          && predicted instanceof Relation other
          && relation.samePredicate(other);
    }
  }

  DsgMatch {
    pairs = List.copyOf(pairs);
    missed = List.copyOf(missed);
    extra = List.copyOf(extra);
  }

  /** Equal predictions count once. */
  static DsgMatch of(DsgPrompt prompt, List<DsgFact> predicted) {
    Set<DsgFact> left = new LinkedHashSet<>(predicted);
    List<Pair> pairs = new ArrayList<>();
    List<DsgFact> missed = new ArrayList<>();
    for (DsgFact fact : prompt.facts())
      left.stream()
          .filter(fact::matches)
          .findFirst()
          .ifPresentOrElse(
              hit -> {
                left.remove(hit);
                pairs.add(new Pair(fact, hit));
              },
              () -> missed.add(fact));
    return new DsgMatch(prompt, pairs, missed, List.copyOf(left));
  }
}
