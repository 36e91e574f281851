package decompgen.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Aspect;
import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.Tally;
import decompgen.domain.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

class ScorePrinterTest {
  private static final String TEXT = "A cat and a dog.";
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void print_wholeScore_verdictsTrustAndCoverage() {
    ScorePrinter printer = printed(Ansi.OFF);

    assertThat(text())
        .contains("✓ a cat")
        .contains("supported")
        .contains(".91")
        .contains("✗ a dog")
        .contains(TEXT)
        .contains("trust .50 █████░░░░░")
        .contains("coverage 1.0")
        .contains("1 supported, 1 contradicted, 0 open");
    assertThat(printer.contradicted()).isEqualTo(1);
    assertThat(printer.failed()).isFalse();
  }

  @Test
  void print_onATerminal_contradictedWordsStandOut() {
    printed(Ansi.ON);

    // "a cat" in green, " and " plain, "a dog" bold, underlined, red
    assertThat(text()).contains("\u001B[0;32mA cat\u001B[0m and \u001B[0;1;4;31ma dog\u001B[0m.");
  }

  @Test
  void print_textFromOutside_neitherMarkupNorControl() {
    printer(Ansi.ON).print(new ScoreEvent.Failed(ErrorCode.INTERNAL, "@|red x|@ \u001B[2J"));

    assertThat(text()).contains("@ |red x| @").doesNotContain("\u001B[2J");
  }

  @Test
  void print_failed_saysSo() {
    ScorePrinter printer = printer(Ansi.OFF);
    printer.print(new ScoreEvent.Failed(ErrorCode.DATABASE_UNAVAILABLE, "try again"));

    assertThat(printer.failed()).isTrue();
    assertThat(text()).contains("The database does not answer: try again");
  }

  @ParameterizedTest
  @CsvSource({"a dog, not: a dog", "no dog, no dog"})
  void print_deniedClaim_isSeenToBeOne(String words, String shown) {
    Basis basis = new Basis(0, words, Polarity.NEGATIVE, List.of(new Span(0, 5)), List.of());
    ScorePrinter printer = printer(Ansi.OFF);
    printer.print(
        new ScoreEvent.Decomposed(0, 0, true, List.of(new Claim.ObjectClaim(basis, "dog"))));
    judged(printer, 0, Verdict.SUPPORTED, .91);

    assertThat(text()).contains("✓ " + shown + " ").contains("supported");
  }

  private ScorePrinter printed(Ansi ansi) {
    ScorePrinter printer = printer(ansi);
    printer.print(new ScoreEvent.Responded(0, TEXT, null, null));
    printer.print(
        new ScoreEvent.Decomposed(
            0, 0, true, List.of(claim(0, "a cat", "cat", 0, 5), claim(1, "a dog", "dog", 10, 15))));
    judged(printer, 0, Verdict.SUPPORTED, .91);
    judged(printer, 1, Verdict.CONTRADICTED, .02);
    Tally tally = new Tally(2, 1, 1);
    printer.print(
        new ScoreEvent.Scored(0, tally, 0, Map.of(Aspect.OBJECT, tally), Duration.ofMillis(310)));
    printer.print(new ScoreEvent.Completed(List.of(0), List.of()));
    return printer;
  }

  private static void judged(ScorePrinter printer, int claim, Verdict verdict, double score) {
    printer.print(
        new ScoreEvent.Judged(
            0, claim, "detector", "eyes/1", verdict, score, new Evidence.None(), Duration.ZERO));
    printer.print(new ScoreEvent.Decided(0, claim, verdict, score, OptionalDouble.empty(), 0));
  }

  private static Claim claim(int id, String text, String noun, int start, int end) {
    return new Claim.ObjectClaim(
        new Basis(id, text, Polarity.POSITIVE, List.of(new Span(start, end)), List.of()), noun);
  }

  private ScorePrinter printer(Ansi ansi) {
    return new ScorePrinter(new PrintStream(bytes, true, UTF_8), ansi);
  }

  private String text() {
    return bytes.toString(UTF_8);
  }
}
