package decompgen.server.config;

import decompgen.onnx.image.ImageLimits;
import decompgen.server.health.Endpoint;
import decompgen.server.http.HttpSettings;
import decompgen.verticles.lane.LaneSettings;
import decompgen.verticles.scoring.ScoringSettings;
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
              .formatted(http.idle(), scoring.deadline()));
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
      if (idle.toMillis() > Integer.MAX_VALUE) // what Vert.x can count
      throw new IllegalArgumentException("idle: " + idle + " is longer than 24 days");
    }
  }

  public record Management(String host, int port) {}

  public record Database(@Nullable String url, int pool) {}

  public record Limits(
      ByteSize upload, ByteSize text, int megapixels, int responses, int characters, int claims) {
    /** What an image may be. */
    public ImageLimits image() {
      return new ImageLimits(upload.bytes(), megapixels * 1_000_000L);
    }
  }

  public record Scoring(int instances, Duration deadline, Duration drain) {}

  public record Lanes(
      Lane decode, Lane language, Lane detector, Lane classifier, Lane colour, Lane reader) {}

  public record Lane(int queue, int threads, int maxBatch, Duration maxDelay) {
    public LaneSettings named(String name) {
      return new LaneSettings(name, queue, threads, maxBatch, maxDelay);
    }
  }

  public record Cache(int answers, ByteSize pictures) {}

  public record Retention(@Nullable Duration scores) {}
}
