package decompgen.server.cli;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.policy.Policy;
import decompgen.domain.policy.Sampling;
import decompgen.domain.policy.Turn;
import decompgen.server.assembly.Policies;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code decompgen respond}: a policy answers a question about a photo. */
@Command(
    name = "respond",
    mixinStandardHelpOptions = true,
    description =
        "Lets a policy respond to a question about a photo; the text appears as it is written.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen respond --policy llava-1.5-7b-hf photo.jpg \"Describe it\"",
      "  ./decompgen respond --policy llava-1.5-7b-hf --adapter out/adapter photo.jpg \"Describe it\"",
      "  ./decompgen respond --policy llava-1.5-7b-hf --samples 4 --temperature 1 photo.jpg \"Describe it\"",
      "  ./decompgen respond --policy Llama-3.2-1B-Instruct \"Name three birds\"       without a photo"
    })
public final class RespondCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Parameters(
      arity = "1..2",
      paramLabel = "PHOTO QUESTION",
      description =
          "The photo's file, and the question in quotes; a question alone goes without a photo.")
  private List<String> words = new ArrayList<>();

  @Option(
      names = "--adapter",
      paramLabel = "FOLDER",
      description = "An adapter in PEFT's format, such as train writes.")
  private @Nullable Path adapter;

  @Option(names = "--samples", paramLabel = "N", description = "Responses, 1 to 64 (default: 1).")
  private int samples = 1;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "Longest response (default: 256).")
  private int maxTokens = 256;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description = "0: always the likeliest token (default); 1: by probability.")
  private double temperature;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      description = "Share of the likeliest tokens (default: 1).")
  private double topP = 1;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      description = "So many likeliest tokens; 0 all (default).")
  private int topK;

  @Option(
      names = "--repetition-penalty",
      paramLabel = "R",
      description = "Above 1 makes tokens that were there less likely (default: 1).")
  private double repetitionPenalty = 1;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description = "Ends a response before this text; may be repeated.")
  private List<String> stops = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the random choices (default: 0).")
  private long seed;

  @Override
  public Integer call() {
    Sampling sampling = sampling();
    Policy.Question question = question();
    try (Policy opened =
        LoadingBar.step(
            "loading policy", () -> policy.policies().policy(Optional.ofNullable(adapter)))) {
      PrintStream out = System.out;
      List<String> responses =
          opened.respond(
              question, samples, sampling, (_, text) -> tell(out, text), new Cancellation());
      if (samples == 1) out.println();
      else
        for (int i = 0; i < samples; i++) out.printf("%d  %s%n", i + 1, responses.get(i).strip());
    }
    return Exit.FINE;
  }

  /** Several responses are written at once, so that they are shown when all are done. */
  private void tell(PrintStream out, String text) {
    if (samples > 1) return;
    out.print(text);
    out.flush();
  }

  private Sampling sampling() {
    if (samples < 1 || samples > 64) throw wrong("--samples takes 1 to 64, not " + samples);
    try {
      return new Sampling(maxTokens, temperature, topP, topK, repetitionPenalty, stops, seed);
    } catch (IllegalArgumentException outside) {
      throw wrong("--" + outside.getMessage());
    }
  }

  private Policy.Question question() {
    String asked = words.getLast();
    if (words.size() == 1) return new Policy.Question(List.of(), List.of(Turn.user(asked)));
    return new Policy.Question(
        List.of(Policies.decoder().decode(ScoreCommand.read(Path.of(words.getFirst())))),
        List.of(Turn.user(asked)));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
