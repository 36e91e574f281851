package decompgen.server;

import decompgen.domain.error.Failure;
import decompgen.server.cli.DecomposeCommand;
import decompgen.server.cli.Exit;
import decompgen.server.cli.LogpsCommand;
import decompgen.server.cli.PretrainCommand;
import decompgen.server.cli.RespondCommand;
import decompgen.server.cli.ScoreCommand;
import decompgen.server.cli.ServeCommand;
import decompgen.server.cli.TrainCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line's entry; exit codes: 0 fine, 1 contradicted with --fail-on, 2 usage, 3 server or
 * input.
 */
@Command(
    name = "decompgen",
    description =
        "Checks what a model says about an image: claim by claim, against what experts see.",
    mixinStandardHelpOptions = true,
    version = "decompgen 0.1.0",
    subcommands = {
      ScoreCommand.class,
      DecomposeCommand.class,
      ServeCommand.class,
      RespondCommand.class,
      TrainCommand.class,
      LogpsCommand.class,
      PretrainCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nBeside these, the launcher has:%n",
    footer = {
      "  build  Builds what is missing.",
      "  test   Checks format and code and runs the tests; ./decompgen test --help.",
      "  bench  Measures the server, its verdicts and its claims; ./decompgen bench --help.",
      "",
      "Examples:",
      "  ./decompgen score --sample coffee",
      "  ./decompgen score photo.jpg \"A cat lies on a red sofa.\"",
      "  ./decompgen decompose \"Two dogs and a red cup.\"",
      "  ./decompgen serve --port 8080",
      "  ./decompgen respond --policy llava-1.5-7b-hf photo.jpg \"Describe it\"",
      "  ./decompgen train --policy llava-1.5-7b-hf --pairs pairs.jsonl --recipe config/dgpref.yaml",
      "",
      "Exit codes: 0 fine, 1 a claim is contradicted (with --fail-on contradicted), 2 wrong usage, 3 server or input."
    })
public final class Main {
  private Main() {}

  public static void main(String[] words) throws IOException {
    Locale.setDefault(Locale.ROOT);
    String[] arguments = arguments(words);
    boolean serves = arguments.length > 0 && arguments[0].equals("serve");
    if (!serves) System.setProperty("decompgen.log", "WARN");
    System.exit(orFailed(arguments));
  }

  /** Errors end the process too, whatever threads still run. */
  private static int orFailed(String... arguments) {
    try {
      return run(arguments);
    } catch (Error broken) {
      broken.printStackTrace();
      return Exit.FAILED;
    }
  }

  /** The words of the command line; long ones come from the launcher in a file, NUL after each. */
  private static String[] arguments(String[] words) throws IOException {
    String file = System.getProperty("decompgen.words", "");
    if (file.isEmpty()) return words;
    String text = Files.readString(Path.of(file));
    Files.delete(Path.of(file));
    String[] all = text.split("\0", -1);
    return Arrays.copyOf(all, all.length - 1);
  }

  /** The command line with all its commands, not yet run. */
  public static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((thrown, command, _) -> failed(thrown, command));
  }

  static int run(String... arguments) {
    CommandLine line = commandLine();
    if (arguments.length == 0) {
      line.usage(line.getOut());
      return Exit.USAGE;
    }
    return line.execute(arguments);
  }

  private static int failed(Exception thrown, CommandLine command) {
    Failure failure = Failure.of(thrown);
    command
        .getErr()
        .println(
            command
                .getColorScheme()
                .errorText("decompgen: " + failure.code().title() + ": " + failure.detail()));
    return Exit.FAILED;
  }
}
