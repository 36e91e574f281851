package decompgen.loadtests.language;

import decompgen.loadtests.language.DsgFact.Kind;
import decompgen.loadtests.language.DsgMatch.Pair;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** How many facts there are, how many were predicted, and how many of them are the same. */
record DsgFigures(int facts, int predicted, int same) {
  /** Of one kind. */
  static DsgFigures of(Kind kind, List<DsgMatch> matches) {
    return of(fact -> fact.kind() == kind, matches);
  }

  /** Of all kinds. */
  static DsgFigures of(List<DsgMatch> matches) {
    return of(_ -> true, matches);
  }

  private static DsgFigures of(Predicate<DsgFact> which, List<DsgMatch> matches) {
    int same = count(matches, match -> match.pairs().stream().map(Pair::fact).toList(), which);
    return new DsgFigures(
        same + count(matches, DsgMatch::missed, which),
        same + count(matches, DsgMatch::extra, which),
        same);
  }

  private static int count(
      List<DsgMatch> matches,
      Function<DsgMatch, Collection<DsgFact>> facts,
      Predicate<DsgFact> which) {
    return (int) matches.stream().map(facts).flatMap(Collection::stream).filter(which).count();
  }

  /** 0 when nothing was predicted. */
  double precision() {
    return predicted == 0 ? 0 : (double) same / predicted;
  }

  /** 0 when there is nothing to find. */
  double recall() {
    return facts == 0 ? 0 : (double) same / facts;
  }

  double f1() {
    return facts + predicted == 0 ? 0 : 2.0 * same / (facts + predicted);
  }
}
