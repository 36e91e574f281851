package decompgen.loadtests;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

/**
 * Resident memory of a server and of its PostgreSQL, sampled while it is open; Linux only.
 *
 * <p>PostgreSQL's processes share memory, so that each counts with its proportional share (Pss);
 * the JVM with all that is resident (Rss). Source: Linux {@code
 * Documentation/filesystems/proc.rst}, smaps_rollup.
 */
final class MemoryProbe implements AutoCloseable {
  private static final long EVERY_MILLIS = 500;

  /** The largest of each and of their sum, in MB (10^6 bytes). */
  record Peak(double jvm, double postgresql, double together) {
    Peak and(double jvmNow, double postgresqlNow) {
      return new Peak(
          Math.max(jvm, jvmNow),
          Math.max(postgresql, postgresqlNow),
          Math.max(together, jvmNow + postgresqlNow));
    }
  }

  private final long jvm;
  private final Path postmaster;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile Peak peak = new Peak(0, 0, 0);

  MemoryProbe(long jvm, Path folder) {
    this.jvm = jvm;
    this.postmaster = folder.resolve("postgresql/cluster/postmaster.pid");
    clock.scheduleWithFixedDelay(this::sample, 0, EVERY_MILLIS, MILLISECONDS);
  }

  Peak peak() {
    return peak;
  }

  @Override
  public void close() {
    clock.shutdown();
  }

  private void sample() {
    peak = peak.and(megabytes(jvm, "Rss:"), postgresql());
  }

  private double postgresql() {
    try {
      long pid = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
      ProcessHandle first = ProcessHandle.of(pid).orElseThrow();
      return Stream.concat(Stream.of(first), first.descendants())
          .mapToDouble(process -> megabytes(process.pid(), "Pss:"))
          .sum();
    } catch (IOException | RuntimeException gone) {
      return 0;
    }
  }

  /** 0 when the process has ended meanwhile. */
  private static double megabytes(long pid, String figure) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith(figure))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
          .sum();
    } catch (IOException | RuntimeException gone) {
      return 0;
    }
  }
}
