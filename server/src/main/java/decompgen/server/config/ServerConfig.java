package decompgen.server.config;

import decompgen.domain.error.Range;
import decompgen.onnx.image.ImageLimits;
import decompgen.server.health.Endpoint;
import decompgen.server.http.HttpSettings;
import decompgen.verticles.lane.LaneSettings;
import decompgen.verticles.scoring.ScoringSettings;
import decompgen.verticles.store.DatabaseUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What server.yaml says; every key is explained there. */
public record ServerConfig(
    Http http,
    Management management,
    @Nullable Path data,
    Database database,
    Limits limits,
    Scoring scoring,
    Lanes lanes,
    Cache cache,
    Retention retention) {
  public ServerConfig {
    if (http.idle().compareTo(scoring.deadline()) <= 0)
      throw new IllegalArgumentException(
          "http.idle: %s is not longer than scoring.deadline, %s"
              .formatted(Durations.written(http.idle()), Durations.written(scoring.deadline())));
    long request = limits.upload().bytes() + limits.text().bytes();
    if (http.held().bytes() < request)
      throw new IllegalArgumentException(
          "http.held: %d bytes hold no request of limits.upload and limits.text, %d bytes"
              .formatted(http.held().bytes(), request));
  }

  /** The folder of images and database: the one configured, or the user's own. */
  public Path dataFolder() {
    if (data != null) return data;
    String home = System.getenv("XDG_DATA_HOME");
    Path base =
        home == null || home.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(home);
    return base.resolve("decompgen");
  }

  public ScoringSettings scoringSettings() {
    return new ScoringSettings(
        scoring.instances(),
        limits.responses(),
        limits.characters(),
        limits.claims(),
        scoring.deadline());
  }

  public HttpSettings httpSettings() {
    // -1: any free port, but the same for all instances.
    Endpoint endpoint = new Endpoint(http.host(), http.port() == 0 ? -1 : http.port(), "--port");
    return new HttpSettings(
        endpoint,
        limits.upload().bytes(),
        limits.text().bytes(),
        http.held().bytes(),
        http.bodyTimeout(),
        http.idle(),
        http.heartbeat(),
        scoring.drain(),
        http.corsOrigins());
  }

  public record Http(
      String host,
      int port,
      int instances,
      Duration heartbeat,
      Duration bodyTimeout,
      Duration idle,
      ByteSize held,
      List<String> corsOrigins) {
    public Http {
      requirePort(port);
      requireThreads("instances", instances);
      requirePositive("heartbeat", heartbeat);
      requirePositive("body-timeout", bodyTimeout);
      if (idle.toMillis() > Integer.MAX_VALUE) // what Vert.x can count
      throw new IllegalArgumentException(
            "idle: " + Durations.written(idle) + " is longer than 24 days");
    }
  }

  public record Management(String host, int port) {
    public Management {
      requirePort(port);
    }
  }

  public record Database(@Nullable String url, int pool) {
    public Database {
      if (url != null) DatabaseUrl.parse(url);
      Range.check(pool >= 1, "pool", pool, "1 or more");
    }
  }

  public record Limits(
      ByteSize upload, ByteSize text, int megapixels, int responses, int characters, int claims) {
    public Limits {
      Range.check(upload.bytes() >= 1, "upload", upload.bytes(), "1B or more");
      Range.check(text.bytes() >= 1, "text", text.bytes(), "1B or more");
      Range.check(megapixels >= 1 && megapixels <= 500, "megapixels", megapixels, "1 to 500");
      Range.check(responses >= 1, "responses", responses, "1 or more");
      Range.check(characters >= 1, "characters", characters, "1 or more");
      Range.check(claims >= 1, "claims", claims, "1 or more");
    }

    /** What an image may be. */
    public ImageLimits image() {
      return new ImageLimits(upload.bytes(), megapixels * 1_000_000L);
    }
  }

  public record Scoring(int instances, Duration deadline, Duration drain) {
    public Scoring {
      requireThreads("instances", instances);
      requirePositive("deadline", deadline);
    }
  }

  public record Lanes(
      Lane decode, Lane language, Lane detector, Lane classifier, Lane colour, Lane reader) {}

  public record Lane(int queue, int threads, int maxBatch, Duration maxDelay) {
    public Lane {
      Range.check(queue >= 1, "queue", queue, "1 or more");
      requireThreads("threads", threads);
      Range.check(maxBatch >= 1, "max-batch", maxBatch, "1 or more");
    }

    public LaneSettings named(String name) {
      return new LaneSettings(name, queue, threads, maxBatch, maxDelay);
    }
  }

  public record Cache(int answers, ByteSize pictures) {
    public Cache {
      Range.check(answers >= 0, "answers", answers, "0 or more");
    }
  }

  public record Retention(@Nullable Duration scores) {
    public Retention {
      if (scores != null) requirePositive("scores", scores);
    }
  }

  private static void requirePort(int port) {
    Range.check(port >= 0 && port <= 65535, "port", port, "0 to 65535");
  }

  private static void requireThreads(String key, int count) {
    Range.check(count >= 1 && count <= 1024, key, count, "1 to 1024");
  }

  private static void requirePositive(String key, Duration duration) {
    Range.check(duration.isPositive(), key, Durations.written(duration), "longer than nothing");
  }
}
