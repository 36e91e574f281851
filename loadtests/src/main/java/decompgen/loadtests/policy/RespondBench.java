package decompgen.loadtests.policy;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.policy.Sampling;
import decompgen.loadtests.Range;
import decompgen.loadtests.ScratchFolder;
import decompgen.loadtests.Table;
import decompgen.loadtests.Timings;
import decompgen.server.cli.LoadingBar;
import decompgen.torch.generate.Generator;
import decompgen.torch.generate.Prompt;
import decompgen.torch.memory.Blas;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.LanguageModel;
import decompgen.torch.policy.Linear;
import decompgen.torch.policy.VisionLanguageModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench respond}: pictures read and tokens written, beside a ceiling and a peer. */
@Command(
    name = "respond",
    mixinStandardHelpOptions = true,
    description = {
      "Writes greedy responses with a Llama of SmolLM2-135M's shape (random weights, float32): time of the prompt, of a token,",
      "and of 8 responses to one prompt; and makes a LLaVA's pixels of a picture, in one thread. Ceiling: every weight read once,",
      "as bare products of matrix and vector.",
      "Targets: a token at 70 %% of the ceiling's pace, 8 responses in .4 of the time of 8 separate ones."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench respond",
      "  ./decompgen bench respond --peer                 beside transformers, in an environment made for it",
      "  ./decompgen bench respond --peer /opt/venv/bin/python --prompt 620"
    })
public final class RespondBench implements Callable<Integer> {
  private static final int SAMPLES = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private PeerOptions peer = new PeerOptions();

  @Option(
      names = "--prompt",
      paramLabel = "N",
      description = "Tokens of the prompt (default: 128).")
  private int promptTokens = 128;

  @Option(names = "--tokens", paramLabel = "N", description = "Tokens written (default: 64).")
  private int tokens = 64;

  @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds (default: 5).")
  private int rounds = 5;

  /** Milliseconds of one round. */
  private record Ours(double ceiling, double prefill, double token, double eight, double picture) {}

  /** The peer's of the same. */
  private record Theirs(double prefill, double token, double picture) {
    static Theirs of(JsonNode answer) {
      return new Theirs(
          answer.path("prefillMillis").asDouble(),
          answer.path("tokenMillis").asDouble(),
          answer.path("pictureMillis").asDouble());
    }
  }

  @Override
  public Integer call() throws IOException {
    new Range(1, 1_024).require(spec, "--prompt", "--threads");
    new Range(2, 1_024).require(spec, "--tokens");
    new Range(1, 1_000).require(spec, "--rounds");
    Torch.threads(peer.threads());
    Path folder = SyntheticLlama.in(PeerOptions.below("llama-135m"));
    long[] prompt =
        IntStream.range(0, promptTokens)
            .mapToLong(i -> (i * 37L + 11) % SyntheticLlama.VOCABULARY)
            .toArray();
    List<Ours> ours = new ArrayList<>();
    List<Theirs> theirs = new ArrayList<>();
    try (ScratchFolder scratch = ScratchFolder.create();
        VisionLanguageModel model = VisionLanguageModel.read(folder, Placement.CPU_FLOAT32)) {
      PictureTask pictures = PictureTask.in(scratch.path());
      try (Peer other = peer.start("respond.py", folder, job(prompt, scratch.path()))) {
        for (int _ : LoadingBar.over("rounds", IntStream.rangeClosed(0, rounds).boxed().toList())) {
          JsonNode answer = other == null ? null : other.round();
          ours.add(round(model.language(), prompt, pictures, answer));
          if (answer != null) theirs.add(Theirs.of(answer));
        }
      }
    }
    print(ours.subList(1, ours.size()), theirs.stream().skip(1).toList());
    return 0;
  }

  private Map<String, ?> job(long[] prompt, Path pictures) {
    return Map.of("prompt", prompt, "tokens", tokens, "pictures", pictures.toString());
  }

  private Ours round(
      LanguageModel model, long[] prompt, PictureTask pictures, @Nullable JsonNode answer) {
    double ceiling = bare(model);
    double[] first = new double[1];
    long began = System.nanoTime();
    int[] written = write(model, prompt, 1, first);
    double token = (millis(began) - first[0]) / (tokens - 1);
    began = System.nanoTime();
    write(model, prompt, SAMPLES, new double[1]);
    double eight = millis(began);
    if (answer != null) compare(written, pictures, answer);
    return new Ours(ceiling, first[0], token, eight, pictures.millis());
  }

  private static void compare(int[] written, PictureTask pictures, JsonNode answer) {
    int same = Arrays.mismatch(written, ids(answer));
    if (same >= 0) System.err.printf("The peer's tokens differ from token %d on.%n", same);
    if (!pictures.sha256().equals(answer.path("picture").asText()))
      System.err.println("The peer's pixels differ.");
  }

  private static int[] ids(JsonNode answer) {
    return answer.path("ids").valueStream().mapToInt(JsonNode::asInt).toArray();
  }

  /** The first row's tokens; {@code first} becomes the milliseconds until its first. */
  private int[] write(LanguageModel model, long[] ids, int samples, double[] first) {
    long began = System.nanoTime();
    try (TensorScope _ = TensorScope.open()) {
      Prompt prompt = new Prompt(ids, model.embed(Tensors.of(ids, 1, ids.length)));
      return new Generator(model, Device.CPU, Set.of(), Set.of())
          .generate(
              List.of(prompt),
              samples,
              Generator.Settings.of(Sampling.greedy(tokens)),
              (_, _) -> {
                if (first[0] == 0) first[0] = millis(began);
                return true;
              })
          .getFirst();
    }
  }

  /** Milliseconds of one product of every matrix with a vector; the tied head's is the last. */
  private static double bare(LanguageModel model) {
    return Torch.withoutGradients(
        () -> {
          List<Tensor> matrices =
              new ArrayList<>(model.linears().stream().map(Linear::weight).toList());
          try (TensorScope _ = TensorScope.open();
              Blas.Parallel _ = Blas.parallel()) {
            matrices.add(torch.zeros(SyntheticLlama.VOCABULARY, matrices.getFirst().size(1)));
            List<Tensor> vectors =
                matrices.stream().map(matrix -> torch.ones(matrix.size(1))).toList();
            long began = System.nanoTime();
            for (int i = 0; i < matrices.size(); i++) matrices.get(i).mv(vectors.get(i)).close();
            return millis(began);
          }
        });
  }

  private static double millis(long began) {
    return (System.nanoTime() - began) / 1e6;
  }

  private void print(List<Ours> ours, List<Theirs> theirs) {
    double ceiling = median(ours, Ours::ceiling);
    double token = median(ours, Ours::token);
    double eight = median(ours, Ours::eight);
    double separate = SAMPLES * (median(ours, Ours::prefill) + token * (tokens - 1));
    Table table = new Table("median of %d rounds, ms".formatted(rounds), "ours", "peer", "ceiling");
    table.row(
        "a picture of 640 x 480 to pixels of 336 x 336",
        median(ours, Ours::picture),
        peer(theirs, Theirs::picture),
        "");
    table.row(
        "prompt of %d tokens".formatted(promptTokens),
        median(ours, Ours::prefill),
        peer(theirs, Theirs::prefill),
        "");
    table.row("a token after it", token, peer(theirs, Theirs::token), ceiling);
    table.row(SAMPLES + " responses of " + tokens + " to one prompt", eight, "", "");
    table.row(SAMPLES + " separate ones", separate, "", "");
    System.out.println(table);
    System.out.printf("a token: %.2f of the ceiling's pace (target .70)%n", ceiling / token);
    System.out.printf(
        "%d from one prompt: %.2f of %d separate ones (target .40)%n",
        SAMPLES, eight / separate, SAMPLES);
    if (!theirs.isEmpty())
      System.out.printf(
          "a token: %.2f of the peer's time%na picture: %.2f of the peer's time%n",
          token / median(theirs, Theirs::token),
          median(ours, Ours::picture) / median(theirs, Theirs::picture));
  }

  private static Object peer(List<Theirs> theirs, ToDoubleFunction<Theirs> millis) {
    return theirs.isEmpty() ? "" : median(theirs, millis);
  }

  private static <T> double median(List<T> rounds, ToDoubleFunction<T> millis) {
    return Timings.of(rounds.stream().mapToDouble(millis)).median();
  }
}
