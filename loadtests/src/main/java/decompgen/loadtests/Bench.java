package decompgen.loadtests;

import decompgen.domain.error.Failure;
import decompgen.loadtests.claims.ClaimsBench;
import decompgen.loadtests.language.CaptionsBench;
import decompgen.loadtests.language.DecomposeBench;
import decompgen.loadtests.policy.RespondBench;
import decompgen.loadtests.policy.TrainBench;
import decompgen.server.cli.Exit;
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
    description = "Measures the server, its verdicts or its claims, and prints tables.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      OverheadBench.class,
      LoadBench.class,
      StartBench.class,
      ClaimsBench.class,
      DecomposeBench.class,
      CaptionsBench.class,
      RespondBench.class,
      TrainBench.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench overhead          what the server adds to the bare models",
      "  ./decompgen bench overhead --pairs 100",
      "  ./decompgen bench load              a minute of rising load",
      "  ./decompgen bench load --seconds 600 --to 20",
      "  ./decompgen bench start --times 5   from nothing to ready",
      "  ./decompgen bench claims photos     what verdicts are worth",
      "  ./decompgen bench decompose dsg.jsonl   DSG's tuples in claims",
      "  ./decompgen bench captions --words coco llava.jsonl.gz",
      "  ./decompgen bench respond --peer        how fast a policy writes, beside transformers",
      "  ./decompgen bench train --peer          how fast an adapter is trained, beside PEFT"
    })
public final class Bench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  Bench() {}

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    CommandLine line =
        new CommandLine(new Bench())
            .setCommandName("./decompgen bench")
            .setExecutionExceptionHandler((thrown, command, _) -> failed(thrown, command));
    System.exit(line.execute(arguments));
  }

  /** What the user can mend is one line; anything else keeps its stack trace. */
  private static int failed(Exception thrown, CommandLine command) throws Exception {
    if (!(thrown instanceof Failure failure)) throw thrown;
    command.getErr().println(command.getColorScheme().errorText("bench: " + failure.detail()));
    return Exit.FAILED;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(),
        "Which benchmark? overhead, load, start, claims, decompose, captions, respond or train.");
  }
}
