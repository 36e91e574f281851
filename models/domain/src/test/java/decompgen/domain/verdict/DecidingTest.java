package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.NOT_APPLICABLE;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.evidence.Evidence.None;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecidingTest {
  private static final Deciding FIRST = new Deciding.FirstDecisive();
  private static final Deciding WEIGHTED = new Deciding.Weighted(Math.log(3));

  private final Judgement unsure = judgement("reader", UNANSWERABLE, .5);
  private final Judgement weakYes = judgement("colour", SUPPORTED, .75);
  private final Judgement strongNo = judgement("detector", CONTRADICTED, .1);

  @Test
  void first_decisiveOneInOrder_counts() {
    assertThat(FIRST.decide(List.of(unsure, weakYes, strongNo))).contains(weakYes);
    assertThat(FIRST.decide(List.of(strongNo, weakYes))).contains(strongNo);
  }

  @Test
  void first_noneDecisive_firstOfAll() {
    Judgement void_ = judgement("detector", NOT_APPLICABLE, .5);
    assertThat(FIRST.decide(List.of(unsure, void_))).contains(unsure);
  }

  @Test
  void decide_noJudgement_empty() {
    assertThat(FIRST.decide(List.of())).isEmpty();
    assertThat(WEIGHTED.decide(List.of())).isEmpty();
  }

  @Test
  void weighted_strongerSide_wins() {
    // ln 3 - ln 9 = -ln 3, not beyond the margin of ln 3; with one more .25 it is -2 ln 3.
    Judgement tied = WEIGHTED.decide(List.of(weakYes, strongNo)).orElseThrow();
    assertThat(tied.ruling().verdict()).isEqualTo(UNANSWERABLE);
    assertThat(tied.ruling().score()).isCloseTo(.25, within(1e-12));
    Judgement no = judgement("geometry", CONTRADICTED, .25);
    Judgement decided = WEIGHTED.decide(List.of(weakYes, strongNo, no, unsure)).orElseThrow();
    assertThat(decided.expert()).isEqualTo("detector");
    assertThat(decided.ruling().verdict()).isEqualTo(CONTRADICTED);
    assertThat(decided.ruling().score()).isCloseTo(.1, within(1e-12));
  }

  @Test
  void weighted_twoThatAgree_areSurerThanOne() {
    // .75 and .75: odds 3 x 3 = 9, .9.
    Judgement decided =
        WEIGHTED.decide(List.of(weakYes, judgement("classifier", SUPPORTED, .75))).orElseThrow();
    assertThat(decided.ruling().verdict()).isEqualTo(SUPPORTED);
    assertThat(decided.ruling().score()).isCloseTo(.9, within(1e-12));
  }

  @Test
  void weighted_sumAtTheMargin_unanswerable() {
    assertThat(new Deciding.Weighted(0).decide(List.of(weakYes)))
        .hasValueSatisfying(one -> assertThat(one.ruling().verdict()).isEqualTo(SUPPORTED));
    Judgement even = judgement("colour", SUPPORTED, .5);
    assertThat(new Deciding.Weighted(0).decide(List.of(even)))
        .hasValueSatisfying(one -> assertThat(one.ruling().verdict()).isEqualTo(UNANSWERABLE));
  }

  @Test
  void weighted_noneDecided_first() {
    assertThat(WEIGHTED.decide(List.of(unsure))).contains(unsure);
  }

  @Test
  void weighted_certainScores_stayFinite() {
    Judgement certain = judgement("detector", SUPPORTED, 1);
    assertThat(WEIGHTED.decide(List.of(certain, strongNo)))
        .hasValueSatisfying(one -> assertThat(one.ruling().verdict()).isEqualTo(SUPPORTED));
  }

  @Test
  void weighted_negativeMargin_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Deciding.Weighted(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Deciding.Weighted(Double.NaN));
  }

  @Test
  void rulebook_decidesAsItWasTold() {
    List<Judgement> both = List.of(weakYes, strongNo, judgement("geometry", CONTRADICTED, .25));
    assertThat(new Rulebook("r", List.of()).decisive(both)).contains(weakYes);
    assertThat(new Rulebook("r", List.of(), WEIGHTED).decisive(both))
        .hasValueSatisfying(one -> assertThat(one.ruling().verdict()).isEqualTo(CONTRADICTED));
  }

  private static Judgement judgement(String expert, Verdict verdict, double score) {
    return new Judgement(
        0, expert, "1", new Ruling(verdict, score, new None()), Duration.ofMillis(1));
  }
}
