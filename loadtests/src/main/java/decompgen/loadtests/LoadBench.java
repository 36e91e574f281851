package decompgen.loadtests;

import decompgen.loadtests.Ledger.End;
import decompgen.loadtests.Ledger.Entry;
import decompgen.loadtests.Ledger.Kind;
import io.gatling.app.Gatling$;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench load}: users at a rising rate, beyond what the machine bears. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description =
        "Sends a mix of new streams (60 %%), handed-over scores (20 %%) and reads (20 %%) at a rate that rises whether or not the server keeps up, and samples memory. Targets: no errors but 429s; JVM and PostgreSQL together at most 2.5 GB resident.")
final class LoadBench implements Callable<Integer> {
  private static final double TARGET_MEGABYTES = 2_500;
  private static final int STRETCHES = 6;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seconds", paramLabel = "N", description = "How long users come (default: 60).")
  private int seconds = 60;

  @Option(
      names = "--from",
      paramLabel = "RATE",
      description = "Users a second at first (default: 1).")
  private double from = 1;

  @Option(
      names = "--to",
      paramLabel = "RATE",
      description = "Users a second in the end (default: 60).")
  private double to = 60;

  @Override
  public Integer call() throws IOException {
    new Range(1, 86_400).require(spec, "--seconds");
    new Range(1, 1_000).require(spec, "--from", "--to");
    try (ScratchFolder folder = ScratchFolder.create();
        ServedProcess served = ServedProcess.on(folder.path())) {
      new ScoreClient(served.address()).untilLastJudged(Photo.withOtherPixels());
      try (MemoryProbe memory = new MemoryProbe(served.pid(), folder.path())) {
        run(served, folder.path());
        return tell(new ServerCounts(served.where().managementPort()), memory.peak());
      }
    }
  }

  private void run(ServedProcess served, Path folder) throws IOException {
    System.setProperty("gatling.data.console.light", "true");
    System.setProperty("load.address", served.address());
    System.setProperty("load.from", Double.toString(from));
    System.setProperty("load.to", Double.toString(to));
    System.setProperty("load.seconds", Integer.toString(seconds));
    Path results = Files.createDirectories(folder.resolve("gatling"));
    // Its main would end this process.
    Gatling$.MODULE$.fromArgs(
        new String[] {"-s", ScoreSimulation.class.getName(), "-nr", "-rf", results.toString()});
  }

  private int tell(ServerCounts server, MemoryProbe.Peak memory) throws IOException {
    List<Entry> entries = Ledger.OF_THIS_RUN.entries();
    long began = entries.stream().mapToLong(Entry::sent).min().orElseThrow();
    System.out.println();
    System.out.println(latencies(entries, began));
    System.out.println(ends(entries));
    long errors = errors(entries, server);
    System.out.printf(
        "errors other than 429: %d (target 0)%n"
            + "peak resident MB: JVM %.0f, PostgreSQL %.0f, together %.0f (target %.0f)%n",
        errors, memory.jvm(), memory.postgresql(), memory.together(), TARGET_MEGABYTES);
    return errors == 0 && memory.together() <= TARGET_MEGABYTES ? 0 : 1;
  }

  /** The streams of each stretch of the ramp. */
  private Table latencies(List<Entry> entries, long began) {
    Table table =
        new Table(
            "users/s",
            "streams",
            "good",
            "refused",
            "first judged p50",
            "p95",
            "p99",
            "end p50",
            "p95",
            "p99");
    for (int i = 0; i < STRETCHES; i++) {
      double first = seconds * i / (double) STRETCHES;
      double last = seconds * (i + 1) / (double) STRETCHES;
      List<Entry> sent =
          entries.stream()
              .filter(entry -> entry.kind() == Kind.STREAM)
              .filter(entry -> within((entry.sent() - began) / 1e9, first, last))
              .toList();
      table.row(row("%.0f-%.0f".formatted(rate(first), rate(last)), sent));
    }
    return table.row(
        row("all", entries.stream().filter(entry -> entry.kind() == Kind.STREAM).toList()));
  }

  private static boolean within(double second, double first, double last) {
    return first <= second && second < last;
  }

  private double rate(double second) {
    return from + (to - from) * second / seconds;
  }

  private static Object[] row(String name, List<Entry> sent) {
    List<Entry> good = sent.stream().filter(entry -> entry.end() == End.GOOD).toList();
    int refused = sent.size() - good.size();
    if (good.isEmpty())
      return new Object[] {name, sent.size(), 0, refused, "-", "-", "-", "-", "-", "-"};
    Timings first = timings(good, Entry::firstJudged);
    Timings all = timings(good, Entry::all);
    return new Object[] {
      name,
      sent.size(),
      good.size(),
      refused,
      first.median(),
      first.percentile(95),
      first.percentile(99),
      all.median(),
      all.percentile(95),
      all.percentile(99)
    };
  }

  private static Timings timings(List<Entry> entries, ToLongFunction<Entry> nanos) {
    return Timings.of(entries.stream().mapToDouble(entry -> nanos.applyAsLong(entry) / 1e6));
  }

  private static Table ends(List<Entry> entries) {
    Table table = new Table("asked for", "good", "429", "other errors");
    for (Kind kind : Kind.values())
      table.row(
          kind,
          count(entries, kind, End.GOOD),
          count(entries, kind, End.REFUSED),
          count(entries, kind, End.ERROR));
    return table;
  }

  private static long count(List<Entry> entries, Kind kind, End end) {
    return entries.stream().filter(entry -> entry.is(kind, end)).count();
  }

  /** What neither went well nor was, as the server itself counted, answered with 429. */
  private static long errors(List<Entry> entries, ServerCounts server) throws IOException {
    long noted = entries.stream().filter(entry -> entry.end() == End.ERROR).count();
    long refusedStreams = count(entries, Kind.STREAM, End.REFUSED);
    return noted + Math.abs(refusedStreams - server.answers("streamScore", 429));
  }
}
