package decompgen.domain.verdict;

import static decompgen.domain.verdict.Given.BASIS;
import static decompgen.domain.verdict.Given.NOTHING_LOCATED;
import static decompgen.domain.verdict.Given.read;
import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRuleTest {
  private static final String CAPTION = "Again she furned her face from me";

  private final TextRule rule =
      new TextRule(new Thresholds.Reading(.2, .5, 3, .5, 1, new Confidence(.9, .1)));

  @Test
  void rule_sameWords_supportedWhateverCaseGapsAndMarks() {
    assertThat(verdict("Paint it, black!", read("PAINTIT BLACK"))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_partOfALine_supported() {
    assertThat(verdict("Ford", read("Check Ford First"))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_overTwoLines_supported() {
    assertThat(verdict("juan pablo", read("BUS", "JUAN", "PABLO", "7"))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_oneOfFiveWrong_supportedAtTheLimit() {
    // "hello" and "hallo": 1 of 5 is .2.
    assertThat(verdict("hello", read("hallo"))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_oneOfFourWrong_unanswerable() {
    // "ford" and "cord": .25.
    assertThat(verdict("ford", read("cord"))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_halfWrong_contradictedAtTheLimit() {
    // "stop" against "slip": s, p stay, two change: .5.
    assertThat(verdict("stop", read("slip"))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_justUnderHalfWrong_unanswerable() {
    // "parking" (7) against "parxyzg": 3 change, 3/7 = .43.
    assertThat(verdict("parking", read("parxyzg"))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_aNumberIsAnother_neverSupports() {
    assertThat(verdict("gamma: 1.66", read("gamma 1.66"))).isEqualTo(SUPPORTED);
    // One of eight letters differs.
    assertThat(verdict("gamma: 1.86", read("gamma 1.66"))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_aWordIsAnother_neverSupports() {
    // Three of 27 letters differ, two of four in "back".
    assertThat(verdict("again she turned her back from me", read(CAPTION))).isEqualTo(UNANSWERABLE);
    assertThat(verdict("again she turned her face from me", read(CAPTION))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_notAllWasRead_contradictsOnlyWhenMuchWas() {
    TextRule careful =
        new TextRule(new Thresholds.Reading(.2, .5, 3, .5, 2, new Confidence(.9, .1)));
    // Six letters need twelve.
    assertThat(verdict(careful, "friday", unread("abcxyz", "klmno"))).isEqualTo(UNANSWERABLE);
    assertThat(verdict(careful, "friday", unread("abcxyz", "klmnop"))).isEqualTo(CONTRADICTED);
    Line faint = new Line("klmno", .4999, Box.WHOLE);
    assertThat(
            verdict(careful, "friday", new Lines(List.of(read("abcx").lines().getFirst(), faint))))
        .isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_anotherScriptThanWasRead_neverContradicts() {
    assertThat(verdict("СТОП", read("CTON"))).isEqualTo(UNANSWERABLE);
    assertThat(verdict("СТОП", read("МАРКЕР"))).isEqualTo(CONTRADICTED);
    assertThat(verdict("2014", read("МАРКЕР"))).isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_allWasRead_contradictsUnlessThreeLettersOrFewer() {
    TextRule careful =
        new TextRule(new Thresholds.Reading(.2, .5, 3, .5, 2, new Confidence(.9, .1)));
    assertThat(verdict(careful, "sold out", read("for", "sale"))).isEqualTo(CONTRADICTED);
    assertThat(verdict(careful, "friday", read("abcx"))).isEqualTo(CONTRADICTED);
    assertThat(verdict(careful, "friday", read("abc"))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_partOfTheQuoteWasRead_neverContradicts() {
    // "birthday" is in the quote; the quote is far from it: 5 of 13 letters.
    assertThat(verdict("merry birthday", read("birthday", "welcome home everybody")))
        .isEqualTo(UNANSWERABLE);
    assertThat(verdict("open all day long", read("dayx", "welcome home everybody")))
        .isEqualTo(CONTRADICTED);
  }

  @Test
  void rule_nothingReadable_unanswerable() {
    assertThat(verdict("stop", read())).isEqualTo(UNANSWERABLE);
    assertThat(verdict("stop", read("--", " "))).isEqualTo(UNANSWERABLE);
    Line faint = new Line("slip", .4999, Box.WHOLE);
    assertThat(verdict("stop", new Lines(List.of(faint)))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_quoteWithoutLetters_unanswerable() {
    assertThat(verdict("?!", read("stop"))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_shortQuote_mustBeAWord() {
    assertThat(verdict("12", read("no 12"))).isEqualTo(SUPPORTED);
    assertThat(verdict("12", read("2012"))).isEqualTo(UNANSWERABLE);
    // Readers overlook single letters.
    assertThat(verdict("45", read("open all day"))).isEqualTo(UNANSWERABLE);
    // "bus" in "bug": 1 of 3 wrong is too near to contradict and too far to support.
    assertThat(verdict("bus", read("bug"))).isEqualTo(UNANSWERABLE);
  }

  @Test
  void rule_otherScripts_compareByLetters() {
    assertThat(verdict("Straße", read("STRASSE"))).isEqualTo(UNANSWERABLE);
    assertThat(verdict("ＳＴＯＰ", read("stop"))).isEqualTo(SUPPORTED);
  }

  @Test
  void rule_evidence_isWhatWasRead() {
    Lines lines = read("stop");
    Ruling ruling = rule.rule(claim("stop"), NOTHING_LOCATED, List.of(lines));
    assertThat(ruling.evidence()).isEqualTo(lines);
    assertThat(ruling.score()).isEqualTo(.9);
  }

  @Test
  void rule_asksTheReaderAboutTheWhole_withoutBoxes() {
    assertThat(rule.judge()).isEqualTo("reader");
    assertThat(rule.expert()).isEqualTo("reader");
    assertThat(rule.needsBoxes()).isFalse();
    assertThat(rule.questions(claim("stop"), NOTHING_LOCATED))
        .containsExactly(new Question.Whole());
    assertThat(rule.judges(claim("stop"))).isTrue();
    assertThat(rule.judges(new ObjectClaim(BASIS, "stop sign"))).isFalse();
  }

  private Verdict verdict(String quote, Lines lines) {
    return verdict(rule, quote, lines);
  }

  private static Verdict verdict(TextRule rule, String quote, Lines lines) {
    return rule.rule(claim(quote), NOTHING_LOCATED, List.of(lines)).verdict();
  }

  /** Those lines, and one that was found and not read. */
  private static Lines unread(String... lines) {
    return new Lines(read(lines).lines(), List.of(Box.WHOLE));
  }

  private static TextClaim claim(String quote) {
    return new TextClaim(BASIS, quote);
  }
}
