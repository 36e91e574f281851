package decompgen.loadtests;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code decompgen bench}: the entry of the benchmarks. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the server on this machine and prints a table.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {OverheadBench.class, LoadBench.class, StartBench.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench overhead              what the server adds to the bare models",
      "  ./decompgen bench overhead --pairs 100",
      "  ./decompgen bench load                  a minute of rising load, with 429s, latencies, memory",
      "  ./decompgen bench load --seconds 600 --to 20",
      "  ./decompgen bench start --times 5       from nothing to ready"
    })
public final class Bench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Bench() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    CommandLine line = new CommandLine(new Bench()).setCommandName("./decompgen bench");
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Which benchmark? overhead, load or start.");
  }
}
