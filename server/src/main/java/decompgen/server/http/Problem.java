package decompgen.server.http;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.event.ErrorStatus;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers failures as RFC 9457 problems; the one place where an exception becomes an answer. */
final class Problem {
  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

  private Problem() {}

  /** Answers the failure of the context, or, after the first byte, cuts the connection. */
  static void answer(RoutingContext context) {
    HttpServerResponse response = context.response();
    boolean answering = response.headWritten() || response.closed();
    if (answering && context.failure() instanceof IOException) return; // the client has left
    Failure failure = failure(context);
    if (response.ended() || response.closed()) return;
    if (response.headWritten()) {
      response.reset();
      return;
    }
    write(context, failure);
  }

  private static void write(RoutingContext context, Failure failure) {
    int status = ErrorStatus.of(failure.code());
    int seconds = retryAfterSeconds(failure.code());
    if (seconds > 0) context.response().putHeader("retry-after", String.valueOf(seconds));
    context
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/problem+json")
        .end(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", failure.code().title())
                .put("status", status)
                .put("code", failure.code().name())
                .put("detail", failure.detail())
                .put("requestId", RequestLog.id(context))
                .toBuffer());
  }

  private static int retryAfterSeconds(ErrorCode code) {
    return switch (ErrorStatus.of(code)) {
      case 429 -> 2;
      case 503 -> 5;
      default -> 0;
    };
  }

  private static Failure failure(RoutingContext context) {
    Throwable thrown = context.failure();
    return switch (thrown) {
      case null -> unmatched(context, context.statusCode());
      case Failure failure when failure.code() != ErrorCode.INTERNAL -> failure;
      case HttpException refused when refused.getStatusCode() < 500 -> refused(refused);
      default -> {
        log(context, thrown);
        yield new Failure(
            ErrorCode.INTERNAL,
            "The server's log has the details under request id " + RequestLog.id(context) + ".",
            thrown);
      }
    };
  }

  private static void log(RoutingContext context, Throwable thrown) {
    LOG.error("request {} failed", RequestLog.id(context), thrown);
  }

  private static Failure unmatched(RoutingContext context, int status) {
    if (status >= 500) return new Failure(ErrorCode.INTERNAL, "status " + status);
    return new Failure(
        ErrorCode.NOT_FOUND,
        "There is no %s %s here: /docs lists what there is."
            .formatted(context.request().method(), context.request().path()));
  }

  /** What the router found wrong with a parameter; the sentence is in the cause. */
  private static Failure refused(HttpException refused) {
    Throwable cause = refused.getCause();
    return new Failure(
        ErrorCode.REQUEST_INVALID, sentence(cause == null ? refused : cause), refused);
  }

  private static String sentence(Throwable thrown) {
    @Nullable Throwable cause = thrown.getCause();
    String said = String.valueOf(thrown.getMessage());
    return cause == null || cause.getMessage() == null ? said : said + ": " + cause.getMessage();
  }
}
