package decompgen.loadtests;

import decompgen.server.config.ConfigReader;
import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench overhead}: what lanes, events, HTTP and store add to the bare calls. */
@Command(
    name = "overhead",
    mixinStandardHelpOptions = true,
    description =
        "Scores a 640 x 480 photo and three sentences without quoted text, bare and through the server in turn, new pixels each time, beside one run of the detector. Targets: the server's median at most 1.2 times the bare one, that at most 2.5 times the detector's.")
final class OverheadBench implements Callable<Integer> {
  private static final double TARGET = 1.2;
  private static final double MOST_DETECTORS = 2.5;

  /** Scores by HTTP in a turn of the warm-up: that process compiles its code from these alone. */
  private static final int WARMING = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pairs", paramLabel = "N", description = "Measured turns (default: 40).")
  private int pairs = 40;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Turns before, with three scores by HTTP each (default: 120).")
  private int warmUp = 120;

  /** What one turn took, in milliseconds. */
  private record Turn(
      double bare, double inProcess, double http, double refused, double detector) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    new Range(1, 100_000).require(spec, "--pairs");
    new Range(0, 100_000).require(spec, "--warm-up");
    ServerConfig server = config("server.yaml", ServerConfig.class);
    ExpertsConfig experts = config("experts.yaml", ExpertsConfig.class);
    try (ScratchFolder folder = ScratchFolder.create();
        ServedProcess served = ServedProcess.on(folder.path());
        BareCalls bare = new BareCalls(server, experts);
        InProcess inProcess = new InProcess(server, experts)) {
      ScoreClient http = new ScoreClient(served.address());
      for (int i = 0; i < warmUp; i++) {
        turn(i, bare, inProcess, http);
        for (int more = 1; more < WARMING; more++) http.untilLastJudged(Photo.withOtherPixels());
      }
      int callsBefore = bare.calls();
      List<Turn> turns = new ArrayList<>();
      for (int i = 0; i < pairs; i++) turns.add(turn(i, bare, inProcess, http));
      return tell(turns, (bare.calls() - callsBefore) / pairs);
    }
  }

  private static <T extends Record> T config(String name, Class<T> type) {
    return ConfigReader.read(name, type, Optional.empty(), Map.of());
  }

  /** The order changes from turn to turn, so that nobody always comes after the same. */
  private static Turn turn(int number, BareCalls bare, InProcess inProcess, ScoreClient http)
      throws IOException, InterruptedException {
    double[] millis = new double[5];
    for (int i = 0; i < millis.length; i++) {
      int which = (number + i) % millis.length;
      byte[] photo = Photo.withOtherPixels();
      millis[which] =
          switch (which) {
            case 0 -> bare.run(photo, Photo.RESPONSE);
            case 1 -> inProcess.untilLastJudged(photo, Photo.RESPONSE);
            case 2 -> http.untilLastJudged(photo);
            case 3 -> http.untilRefused(photo);
            default -> bare.detect(photo);
          };
    }
    return new Turn(millis[0], millis[1], millis[2], millis[3], millis[4]);
  }

  private static int tell(List<Turn> turns, int calls) {
    Timings bare = timings(turns, Turn::bare);
    Timings inProcess = timings(turns, Turn::inProcess);
    Timings http = timings(turns, Turn::http);
    Timings detector = timings(turns, Turn::detector);
    double ratio = http.median() / bare.median();
    double detectors = bare.median() / detector.median();
    System.out.printf("%d turns, %d expert calls each, ms%n%n", turns.size(), calls);
    Table table = new Table("until the last judged", "median", "p95", "median / bare");
    row(table, "one run of the detector", detector, bare);
    row(table, "bare calls, one after the other", bare, bare);
    row(table, "in process, lanes and verticles", inProcess, bare);
    row(table, "POST /v1/scores/stream", http, bare);
    row(table, "the same upload, refused", timings(turns, Turn::refused), bare);
    System.out.println(table);
    boolean swift = met("server over bare calls", ratio, TARGET);
    boolean lean = met("bare calls over one run of the detector", detectors, MOST_DETECTORS);
    return swift && lean ? 0 : 1;
  }

  private static void row(Table table, String what, Timings seen, Timings bare) {
    table.row(
        what, seen.median(), seen.percentile(95), "%.2f".formatted(seen.median() / bare.median()));
  }

  private static boolean met(String what, double ratio, double target) {
    String verdict = ratio <= target ? "met" : "missed";
    System.out.printf("%s: %.2f, target at most %.2f, %s%n", what, ratio, target, verdict);
    return ratio <= target;
  }

  private static Timings timings(List<Turn> turns, ToDoubleFunction<Turn> millis) {
    return Timings.of(turns.stream().mapToDouble(millis));
  }
}
