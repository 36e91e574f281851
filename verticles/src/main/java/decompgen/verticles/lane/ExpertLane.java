package decompgen.verticles.lane;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.PictureId;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;

/** An expert on its lane, with what it has seen before at hand. */
public final class ExpertLane implements AutoCloseable {
  /** What makes two answers equal. */
  public record Key(PictureId picture, String version, Question question) {}

  private final Expert expert;
  private final CachedLane<Key, Inquiry, Evidence> lane;

  /** Takes the expert over: closing the lane closes it. */
  public ExpertLane(
      Expert expert, LaneSettings settings, Cache<Key, Evidence> seen, MeterRegistry registry) {
    this.expert = requireNonNull(expert, "expert");
    this.lane = new CachedLane<>(new Lane<>(settings, expert::answer, registry), seen);
  }

  public String version() {
    return expert.version();
  }

  public Lane<?, ?> lane() {
    return lane.lane();
  }

  /** What the expert sees, on the Vert.x context of the caller. */
  public Future<Evidence> ask(Inquiry inquiry, Cancellation cancellation) {
    Key key = new Key(inquiry.picture().id(), expert.version(), inquiry.question());
    return lane.ask(key, inquiry, cancellation);
  }

  @Override
  public void close() {
    lane.close();
    expert.close();
  }
}
