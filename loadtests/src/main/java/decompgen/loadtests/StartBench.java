package decompgen.loadtests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench start}: from the command to ready, on an empty data folder and on its own again. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description =
        "Starts a server several times: first on an empty data folder, then on the same. Target: ready in 8 s.")
final class StartBench implements Callable<Integer> {
  private static final double TARGET_SECONDS = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--times", paramLabel = "N", description = "Starts (default: 3).")
  private int times = 3;

  /** One start; {@code firstScore} is what the first request after it took. */
  private record Start(Duration ready, Map<String, Integer> stepMillis, double firstScore) {}

  @Override
  public Integer call() throws IOException {
    new Range(1, 1_000).require(spec, "--times");
    List<Start> starts = new ArrayList<>();
    try (ScratchFolder folder = ScratchFolder.create()) {
      for (int i = 0; i < times; i++) starts.add(start(folder.path()));
    }
    System.out.println(table(starts));
    boolean met = starts.stream().allMatch(start -> seconds(start) <= TARGET_SECONDS);
    System.out.printf("target: %.0f s, %s%n", TARGET_SECONDS, met ? "met" : "missed");
    return met ? 0 : 1;
  }

  private static Start start(Path folder) throws IOException {
    try (ServedProcess served = ServedProcess.on(folder)) {
      double first = new ScoreClient(served.address()).untilLastJudged(Photo.withOtherPixels());
      return new Start(served.ready(), served.stepMillis(), first);
    }
  }

  private static double seconds(Start start) {
    return start.ready().toMillis() / 1000.0;
  }

  private static Table table(List<Start> starts) {
    List<String> head = new ArrayList<>(List.of("ms (steps run side by side)", "first start"));
    for (int i = 2; i <= starts.size(); i++) head.add("start " + i);
    Table table = new Table(head.toArray(String[]::new));
    table.row(row("ready", starts, start -> start.ready().toMillis()));
    Set<String> steps = new LinkedHashSet<>();
    starts.forEach(start -> steps.addAll(start.stepMillis().keySet()));
    for (String step : steps)
      table.row(row("  " + step, starts, start -> start.stepMillis().getOrDefault(step, 0)));
    return table.row(row("first score after it", starts, Start::firstScore));
  }

  private interface Cell {
    Object of(Start start);
  }

  private static Object[] row(String name, List<Start> starts, Cell cell) {
    List<Object> row = new ArrayList<>(List.of(name));
    starts.forEach(start -> row.add(cell.of(start)));
    return row.toArray();
  }
}
