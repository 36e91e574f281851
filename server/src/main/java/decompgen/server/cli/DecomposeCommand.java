package decompgen.server.cli;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Decomposition;
import decompgen.domain.claim.Sentence;
import decompgen.server.assembly.Assembly;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decompgen decompose}: what a response claims, without a photo. */
@Command(
    name = "decompose",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a response apart: each sentence with the words of its claims marked, then its claims, one a line:",
      "number, aspect, polarity, words, arguments, and the claims that must hold for it to mean anything."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen decompose \"Two dogs and a red cup.\"",
      "  ./decompgen decompose --json \"A man without a hat.\" | jq .",
      "  ./decompgen decompose --jsonl prompts.jsonl > claims.jsonl",
      "  cat prompts.jsonl | ./decompgen decompose --jsonl"
    })
public final class DecomposeCommand implements Callable<Integer> {
  /** As many claims as a response may have in a score. */
  static final int MOST_CLAIMS = 512;

  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "TEXT", description = "What was said, in quotes.")
  private @Nullable String text;

  @Option(names = "--json", description = "Print the claims as JSON, one a line.")
  private boolean json;

  @Option(
      names = "--jsonl",
      arity = "0..1",
      fallbackValue = STANDARD_INPUT,
      paramLabel = "FILE",
      description =
          "Read lines {\"id\", \"text\"} from FILE or standard input, write lines {\"id\", \"claims\"}; the time a sentence takes goes to standard error.")
  private @Nullable String lines;

  @Override
  public Integer call() {
    if (lines != null && (text != null || json))
      throw wrong("--jsonl stands alone: it reads the texts and writes JSON.");
    if (lines != null) return lines(lines);
    if (text == null || text.isBlank())
      throw wrong("What was said? Add it in quotes: decompose \"A cat on a red sofa.\"");
    show(text, Assembly.decomposer());
    return Exit.FINE;
  }

  private void show(String said, Decomposer decomposer) {
    PrintWriter out = spec.commandLine().getOut();
    var printer = new DecompositionPrinter(out, Ansi.AUTO);
    var decomposition = new Decomposition(MOST_CLAIMS);
    for (Sentence sentence : decomposer.sentences(said)) {
      var added = decomposition.add(decomposer.decompose(sentence, decomposition.claims()));
      if (json) for (Claim claim : added.claims()) out.println(ClaimLines.json(claim));
      else printer.print(sentence, added, decomposition.claims());
    }
    out.flush();
  }

  private int lines(String file) {
    try (BufferedReader in = reader(file)) {
      var claimLines = new ClaimLines(Assembly.decomposer());
      claimLines.write(in, spec.commandLine().getOut());
      spec.commandLine().getErr().println(claimLines.pace());
      return Exit.FINE;
    } catch (IOException unreadable) {
      throw Unreadable.text(file, unreadable);
    }
  }

  private static BufferedReader reader(String file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(Path.of(file));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
