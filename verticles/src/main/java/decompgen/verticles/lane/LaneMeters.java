package decompgen.verticles.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What a lane tells of itself; every meter has the tag {@code lane}. */
final class LaneMeters {
  private final Timer wait;
  private final Timer run;
  private final DistributionSummary batch;
  private final Counter shared;
  private final Counter cancelled;
  private final Counter refused;

  LaneMeters(MeterRegistry registry, String lane, Supplier<Number> depth, Supplier<Number> taken) {
    Gauge.builder("decompgen.lane.queue", depth)
        .tag("lane", lane)
        .description("questions waiting")
        .register(registry);
    Gauge.builder("decompgen.lane.places", taken)
        .tag("lane", lane)
        .description("places taken")
        .register(registry);
    wait = registry.timer("decompgen.lane.wait", "lane", lane);
    run = registry.timer("decompgen.lane.run", "lane", lane);
    batch = registry.summary("decompgen.lane.batch", "lane", lane);
    shared = registry.counter("decompgen.lane.shared", "lane", lane);
    cancelled = registry.counter("decompgen.lane.cancelled", "lane", lane);
    refused = registry.counter("decompgen.lane.refused", "lane", lane);
  }

  void waited(long nanos) {
    wait.record(nanos, TimeUnit.NANOSECONDS);
  }

  void ran(int questions, long nanos) {
    run.record(nanos, TimeUnit.NANOSECONDS);
    batch.record(questions);
  }

  void shared() {
    shared.increment();
  }

  void cancelled() {
    cancelled.increment();
  }

  void refused() {
    refused.increment();
  }
}
