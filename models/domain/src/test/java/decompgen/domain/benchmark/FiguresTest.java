package decompgen.domain.benchmark;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.benchmark.Figures.Interval;
import decompgen.domain.benchmark.Reliability.Bin;
import decompgen.domain.claim.Aspect;
import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Basis BASIS =
      new Basis(0, "a cat", Polarity.POSITIVE, List.of(new Span(0, 5)), List.of());

  private final Outcome trueFound = outcome("a", true, claim(SUPPORTED, .9));
  private final Outcome trueDenied = outcome("a", true, claim(CONTRADICTED, .1));
  private final Outcome falseDenied = outcome("b", false, claim(CONTRADICTED, .1));
  private final Outcome falseOpen = outcome("b", false, claim(UNANSWERABLE, .5));

  @Test
  void verdict_contradictionOutweighsSupport() {
    Outcome mixed = outcome("a", true, claim(SUPPORTED, .9), claim(CONTRADICTED, .2));
    assertThat(mixed.verdict()).isEqualTo(CONTRADICTED);
    assertThat(mixed.score()).isEqualTo(.2);
    assertThat(mixed.right()).isFalse();
  }

  @Test
  void verdict_supportAndNothingAgainst_supported() {
    Outcome some = outcome("a", true, claim(UNANSWERABLE, .5), claim(SUPPORTED, .9));
    assertThat(some.verdict()).isEqualTo(SUPPORTED);
    assertThat(some.score()).isEqualTo(.9);
    assertThat(some.right()).isTrue();
  }

  @Test
  void verdict_noClaimDecided_unanswerable() {
    assertThat(falseOpen.verdict()).isEqualTo(UNANSWERABLE);
    assertThat(falseOpen.score()).isEqualTo(.5);
    assertThat(falseOpen.right()).isFalse();
    assertThat(outcome("a", true).verdict()).isEqualTo(UNANSWERABLE);
  }

  @Test
  void aspect_decided_isThatOfTheLeastLikelyClaim() {
    Outcome mixed =
        outcome("a", true, count(SUPPORTED, .8), claim(SUPPORTED, .9), claim(UNANSWERABLE, .5));
    assertThat(mixed.aspect()).contains(Aspect.COUNT);
    assertThat(mixed.deciding()).contains(mixed.claims().getFirst());
  }

  @Test
  void aspect_undecided_isThatOfTheLastClaim() {
    Outcome open = outcome("a", true, claim(UNANSWERABLE, .5), count(UNANSWERABLE, .5));
    assertThat(open.aspect()).contains(Aspect.COUNT);
    assertThat(open.deciding()).isEmpty();
    assertThat(outcome("a", true).aspect()).isEmpty();
  }

  @Test
  void of_threeDecidedOfFour_workedByHand() {
    Figures figures = Figures.of(List.of(trueFound, trueDenied, falseDenied, falseOpen));
    assertThat(figures.sentences()).isEqualTo(4);
    assertThat(figures.coverage()).isEqualTo(.75);
    assertThat(figures.accuracy()).isCloseTo(2.0 / 3, within(1e-12));
    // Supported: 2·1/(1+2) = 2/3; contradicted: 2·1/(2+1) = 2/3.
    assertThat(figures.macroF1()).isCloseTo(2.0 / 3, within(1e-12));
    // Bin .9: |.9 - 1|·1; bin .1: |.2 - 1|; together .9 of three.
    assertThat(figures.ece()).isCloseTo(.3, within(1e-12));
  }

  @Test
  void of_scoreOfOne_isInTheLastBin() {
    assertThat(Figures.of(List.of(outcome("a", true, claim(SUPPORTED, 1)))).ece()).isZero();
  }

  @Test
  void reliability_bins_holdTheDecided() {
    Reliability reliability =
        Reliability.of(List.of(trueFound, trueDenied, falseDenied, falseOpen));
    assertThat(reliability.bins()).containsExactly(new Bin(2, .1, .5), new Bin(1, .9, 1));
    assertThat(reliability.sentences()).isEqualTo(3);
  }

  @Test
  void of_nothingDecided_isNotANumber() {
    Figures figures = Figures.of(List.of(falseOpen));
    assertThat(figures.coverage()).isZero();
    assertThat(figures.accuracy()).isNaN();
  }

  @Test
  void bootstrap_photosThatDiffer_spansTheirFigures() {
    // Photo a is half right, photo b wholly: means of two draws are .5, .75 (or 2/3) and 1.
    List<Outcome> outcomes = List.of(trueFound, trueDenied, falseDenied);
    Interval interval = Figures.bootstrap(outcomes, Figures::accuracy, 200, 1);
    assertThat(interval.from()).isEqualTo(.5);
    assertThat(interval.to()).isEqualTo(1);
    assertThat(Figures.bootstrap(outcomes, Figures::accuracy, 200, 1)).isEqualTo(interval);
  }

  @Test
  void bootstrap_someResamplesWithoutDecided_leavesThemOut() {
    // Photo a is decided and right, photo b open: the figure is 1 or none.
    List<Outcome> outcomes = List.of(trueFound, falseOpen);
    assertThat(Figures.bootstrap(outcomes, Figures::accuracy, 200, 1))
        .isEqualTo(new Interval(1, 1));
    assertThat(Figures.bootstrap(List.of(falseOpen), Figures::accuracy, 200, 1).from()).isNaN();
  }

  private static Outcome outcome(String photo, boolean holds, DecidedClaim... claims) {
    return new Outcome(new LabelledSentence(photo, "A cat.", holds), Arrays.asList(claims));
  }

  private static DecidedClaim claim(Verdict verdict, double score) {
    return new DecidedClaim(new ObjectClaim(BASIS, "cat"), verdict, score, List.of());
  }

  private static DecidedClaim count(Verdict verdict, double score) {
    return new DecidedClaim(new CountClaim(BASIS, "cat", 2), verdict, score, List.of());
  }
}
