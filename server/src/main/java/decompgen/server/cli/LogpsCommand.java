package decompgen.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.policy.Policy;
import decompgen.domain.training.TrainingPair;
import decompgen.server.assembly.Policies;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code decompgen logps}: how likely a policy finds the responses of pairs. */
@Command(
    name = "logps",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the log-probabilities of the chosen and the rejected response of each pair, one JSON object a line:",
      "their sums (natural log, the response's tokens and its end) and numbers of tokens."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen logps --policy llava-1.5-7b-hf --pairs pairs.jsonl > logps.jsonl",
      "  ./decompgen logps --policy llava-1.5-7b-hf --adapter out/adapter --pairs pairs.jsonl"
    })
public final class LogpsCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "FILE",
      description = "Pairs as TRL has them, JSONL with images, prompt, chosen, rejected.")
  private Path pairs = Path.of("");

  @Option(names = "--adapter", paramLabel = "FOLDER", description = "An adapter in PEFT's format.")
  private @Nullable Path adapter;

  @Override
  public Integer call() throws JsonProcessingException {
    List<TrainingPair> rows = PairsFile.read(pairs);
    PictureDecoder decoder = Policies.decoder();
    PrintWriter out = spec.commandLine().getOut();
    int failed = 0;
    try (Policy opened =
        LoadingBar.step(
            "loading policy", () -> policy.policies().policy(Optional.ofNullable(adapter)))) {
      for (TrainingPair pair : LoadingBar.over("pairs", rows)) {
        try {
          out.println(line(pair, opened, decoder));
        } catch (Failure unfit) {
          failed++;
          spec.commandLine().getErr().println(pair.name() + ": " + unfit.detail());
        }
      }
    }
    out.flush();
    return failed == 0 ? Exit.FINE : Exit.FAILED;
  }

  private static String line(TrainingPair pair, Policy policy, PictureDecoder decoder)
      throws JsonProcessingException {
    List<Picture> pictures =
        pair.images().stream().map(image -> decoder.decode(ScoreCommand.read(image))).toList();
    List<CompletionLogProb> known =
        policy.logProbs(
            new Policy.Question(pictures, pair.prompt()), List.of(pair.chosen(), pair.rejected()));
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("pair", pair.name());
    line.put("chosen_logps", known.getFirst().sum());
    line.put("rejected_logps", known.getLast().sum());
    line.put("chosen_tokens", known.getFirst().tokens());
    line.put("rejected_tokens", known.getLast().tokens());
    return JSON.writeValueAsString(line);
  }
}
