package decompgen.server.http;

import static java.util.Objects.requireNonNullElse;

import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Accepted;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.domain.score.ScoreEvent.Decided;
import decompgen.domain.score.ScoreEvent.Decomposed;
import decompgen.domain.score.ScoreEvent.ExpertFailed;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Judged;
import decompgen.domain.score.ScoreEvent.Mentioned;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.domain.score.ScoreEvent.Scored;
import decompgen.domain.score.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each request its id ({@code x-request-id}, the client's own when it is short and plain),
 * and writes one line and one timer sample when it has ended.
 */
final class RequestLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String ID = "request-id";
  private static final String OPERATION = "operation";
  private static final String NOTE = "note";
  private static final int MAX_NOTE = 200;

  private final MeterRegistry meters;

  RequestLog(MeterRegistry meters) {
    this.meters = meters;
  }

  static String id(RoutingContext context) {
    return requireNonNullElse(context.<@Nullable String>get(ID), "none");
  }

  static void operation(RoutingContext context, String operationId) {
    context.put(OPERATION, operationId);
  }

  /** Has the line tell of the score: its id, then claims and trust of each response. */
  static void note(RoutingContext context, ScoreEvent event) {
    String before = requireNonNullElse(context.<@Nullable String>get(NOTE), "");
    switch (event) {
      case Accepted accepted -> context.put(NOTE, "score=" + accepted.scoreId());
      case Scored(_, var tally, _, _, _) when before.length() < MAX_NOTE ->
          context.put(NOTE, before + " claims=" + tally.claims() + " trust=" + trust(tally));
      case Failed failed -> context.put(NOTE, before + " failed=" + failed.code());
      case Scored _,
          Responded _,
          Decomposed _,
          Mentioned _,
          Judged _,
          ExpertFailed _,
          Decided _,
          Completed _ -> {}
    }
  }

  private static String trust(Tally tally) {
    return tally.trust().isPresent() ? "%.2f".formatted(tally.trust().getAsDouble()) : "none";
  }

  @Override
  public void handle(RoutingContext context) {
    long began = System.nanoTime();
    String id = requestId(context.request().getHeader("x-request-id"));
    context.put(ID, id);
    context.response().putHeader("x-request-id", id);
    context.addEndHandler(end -> ended(context, System.nanoTime() - began, end.succeeded()));
    context.next();
  }

  private static String requestId(@Nullable String sent) {
    if (sent != null && PLAIN.matcher(sent).matches()) return sent;
    return Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), 36);
  }

  private void ended(RoutingContext context, long nanos, boolean whole) {
    String operation = requireNonNullElse(context.<@Nullable String>get(OPERATION), "page");
    int status = context.response().getStatusCode();
    LOG.info(
        "{} {} {} {} ms{} request={} {}",
        operation,
        context.request().path(),
        status,
        TimeUnit.NANOSECONDS.toMillis(nanos),
        whole ? "" : " left by the client",
        id(context),
        requireNonNullElse(context.<@Nullable String>get(NOTE), ""));
    Timer.builder("decompgen.http.requests")
        .description("requests from the first byte in to the last byte out")
        .tag("operation", operation)
        .tag("status", String.valueOf(status))
        .register(meters)
        .record(nanos, TimeUnit.NANOSECONDS);
  }
}
