package decompgen.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** A number that cannot be measured with is refused before anything is started. */
class RangeTest {
  private final StringWriter said = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "overhead, --pairs, 0, 1 to 100000",
    "overhead, --warm-up, -1, 0 to 100000",
    "load, --seconds, 0, 1 to 86400",
    "load, --from, 0.5, 1 to 1000",
    "load, --to, NaN, 1 to 1000",
    "start, --times, 0, 1 to 1000",
    "respond, --prompt, 1025, 1 to 1024",
    "respond, --tokens, 1, 2 to 1024",
    "respond, --rounds, 0, 1 to 1000",
    "respond, --threads, 0, 1 to 1024",
    "train, --prompt, 0, 1 to 1024",
    "train, --completion, 0, 1 to 1024",
    "train, --pairs, 0, 1 to 1000",
    "train, --steps, 0, 1 to 1000",
    "train, --threads, 1025, 1 to 1024"
  })
  void option_outsideItsRange_isRefusedNamingIt(
      String bench, String option, String given, String range) {
    CommandLine line = new CommandLine(new Bench()).setErr(new PrintWriter(said, true));

    assertThat(line.execute(bench, option, given)).isEqualTo(ExitCode.USAGE);

    assertThat(said.toString()).startsWith("%s takes %s, not %s".formatted(option, range, given));
  }
}
