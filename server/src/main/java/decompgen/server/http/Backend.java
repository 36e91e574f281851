package decompgen.server.http;

import static java.util.Objects.requireNonNull;

import decompgen.server.health.Readiness;
import decompgen.verticles.scoring.Scorer;
import decompgen.verticles.store.ImageStore;
import decompgen.verticles.store.ScoreStore;
import io.micrometer.core.instrument.MeterRegistry;

/** What the handlers call. */
public record Backend(
    Scorer scorer,
    ScoreStore scores,
    ImageStore images,
    Readiness readiness,
    MeterRegistry meters) {
  public Backend {
    requireNonNull(scorer, "scorer");
    requireNonNull(scores, "scores");
    requireNonNull(images, "images");
    requireNonNull(readiness, "readiness");
    requireNonNull(meters, "meters");
  }
}
