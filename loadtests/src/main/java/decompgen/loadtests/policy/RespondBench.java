package decompgen.loadtests.policy;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.policy.Sampling;
import decompgen.loadtests.Progress;
import decompgen.loadtests.Table;
import decompgen.loadtests.Timings;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench respond}: tokens written, beside reading the weights bare and beside a peer. */
@Command(
    name = "respond",
    mixinStandardHelpOptions = true,
    description = {
      "Writes greedy responses with a Llama of SmolLM2-135M's shape (random weights, float32): time of the prompt, of a token,",
      "and of 8 responses to one prompt. Ceiling: every weight read once, as bare products of matrix and vector.",
      "Targets: a token at 70 % of the ceiling's pace, 8 responses in .4 of the time of 8 separate ones."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench respond",
      "  ./decompgen bench respond --peer                 beside transformers, in an environment made for it",
      "  ./decompgen bench respond --peer /opt/venv/bin/python --prompt 620"
    })
public final class RespondBench implements Callable<Integer> {
  private static final int SAMPLES = 8;

  @Mixin private PeerOption peer = new PeerOption();

  @Option(
      names = "--prompt",
      paramLabel = "N",
      description = "Tokens of the prompt (default: 128).")
  private int promptTokens = 128;

  @Option(names = "--tokens", paramLabel = "N", description = "Tokens written (default: 64).")
  private int tokens = 64;

  @Option(names = "--rounds", paramLabel = "N", description = "Counted rounds (default: 5).")
  private int rounds = 5;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (default: 2).")
  private int threads = 2;

  /** What one round of each took, in milliseconds; the lists grow side by side. */
  private record Seen(
      List<Double> ceiling,
      List<Double> prefill,
      List<Double> token,
      List<Double> eight,
      List<Double> peerPrefill,
      List<Double> peerToken) {
    Seen() {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  @Override
  public Integer call() throws IOException {
    Torch.threads(threads);
    Path folder = SyntheticLlama.in(PeerOption.below("llama-135m"));
    Optional<Path> python = peer.interpreter();
    long[] prompt =
        IntStream.range(0, promptTokens)
            .mapToLong(i -> (i * 37L + 11) % SyntheticLlama.VOCABULARY)
            .toArray();
    Seen seen = new Seen();
    try (VisionLanguageModel model = VisionLanguageModel.read(folder, Placement.CPU_FLOAT32);
        TensorScope _ = TensorScope.open()) {
      try (Peer other = python.isPresent() ? start(python.get(), folder, prompt) : null) {
        round(model.language(), prompt, new Seen(), other);
        for (int _ : Progress.over("rounds", IntStream.range(0, rounds).boxed().toList()))
          round(model.language(), prompt, seen, other);
      }
    }
    print(seen);
    return 0;
  }

  private Peer start(Path python, Path folder, long[] prompt) throws IOException {
    return Peer.start(
        python,
        "respond.py",
        folder,
        Map.of("prompt", prompt, "tokens", tokens, "threads", threads));
  }

  private void round(
      LanguageModel model, long[] prompt, Seen seen, @org.jspecify.annotations.Nullable Peer other)
      throws IOException {
    seen.ceiling.add(bare(model));
    long began = System.nanoTime();
    double[] first = new double[1];
    int[] ours = write(model, prompt, 1, first);
    double all = millis(began);
    seen.prefill.add(first[0]);
    seen.token.add((all - first[0]) / (tokens - 1));
    began = System.nanoTime();
    write(model, prompt, SAMPLES, new double[1]);
    seen.eight.add(millis(began));
    if (other == null) return;
    JsonNode answer = other.round();
    seen.peerPrefill.add(answer.path("prefillMillis").asDouble());
    seen.peerToken.add(answer.path("tokenMillis").asDouble());
    int same = Arrays.mismatch(ours, ids(answer));
    if (same >= 0) System.err.printf("The peer's tokens differ from token %d on.%n", same);
  }

  private static int[] ids(JsonNode answer) {
    return IntStream.range(0, answer.path("ids").size())
        .map(i -> answer.path("ids").get(i).asInt())
        .toArray();
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

  private void print(Seen seen) {
    double ceiling = median(seen.ceiling);
    double token = median(seen.token);
    double separate = SAMPLES * (median(seen.prefill) + token * (tokens - 1));
    Table table = new Table("median of %d rounds, ms".formatted(rounds), "ours", "peer", "ceiling");
    table.row(
        "prompt of %d tokens".formatted(promptTokens),
        median(seen.prefill),
        peer(seen.peerPrefill),
        "");
    table.row("a token after it", token, peer(seen.peerToken), ceiling);
    table.row(SAMPLES + " responses of " + tokens + " to one prompt", median(seen.eight), "", "");
    table.row("8 separate ones", separate, "", "");
    System.out.println(table);
    System.out.printf("a token: %.2f of the ceiling's pace (target .70)%n", ceiling / token);
    System.out.printf(
        "8 from one prompt: %.2f of 8 separate ones (target .40)%n", median(seen.eight) / separate);
    if (!seen.peerToken.isEmpty())
      System.out.printf("a token: %.2f of the peer's time%n", token / median(seen.peerToken));
  }

  private static Object peer(List<Double> millis) {
    return millis.isEmpty() ? "" : median(millis);
  }

  private static double median(List<Double> millis) {
    return Timings.of(millis.stream().mapToDouble(Double::doubleValue)).median();
  }
}
