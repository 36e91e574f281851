package decompgen.server.http;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request's body into memory within limits.
 *
 * <p>A length that is too large is refused before a byte is read, a chunked body as soon as it
 * passes the limit. What a refused client still sends is thrown away for two seconds, so that it
 * sees the answer; then the connection is cut. Nothing touches the disk, so nothing is left there.
 */
final class BodyReader {
  private static final long LINGER_MILLIS = 2_000;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Held.Share held;
  private final BodyLimits limits;
  private final Promise<Body> body = Promise.promise();
  private final Buffer raw = Buffer.buffer();
  private final List<Part> parts = new ArrayList<>();
  private final boolean multipart;
  private long received;

  /** A file part while it comes in. */
  private static final class Part {
    final String name;
    final Buffer bytes = Buffer.buffer();
    boolean whole;

    Part(String name) {
      this.name = name;
    }
  }

  private BodyReader(RoutingContext context, Held.Share held, BodyLimits limits) {
    this.vertx = context.vertx();
    this.request = context.request();
    this.held = held;
    this.limits = limits;
    this.multipart = mediaType(request).equals("multipart/form-data");
  }

  /** The media type of the request's body without parameters, lower-case; empty when not given. */
  static String mediaType(HttpServerRequest request) {
    @Nullable String header = request.getHeader("content-type");
    return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Call it in the turn of the event loop in which the request came. */
  static Future<Body> read(RoutingContext context, Held.Share held, BodyLimits limits) {
    BodyReader reader = new BodyReader(context, held, limits);
    reader.start();
    return reader.body.future();
  }

  private void start() {
    if (declaredLength() > limits.maxBytes(multipart)) {
      refuse(limits.tooLarge(multipart));
      return;
    }
    if ("100-continue".equalsIgnoreCase(request.getHeader("expect")))
      request.response().writeContinue();
    long timer = vertx.setTimer(limits.timeout().toMillis(), _ -> refuse(limits.tooSlow()));
    body.future().onComplete(_ -> vertx.cancelTimer(timer));
    request.exceptionHandler(this::broken);
    request.handler(this::count);
    if (multipart) request.setExpectMultipart(true).uploadHandler(this::part);
    request.endHandler(_ -> ended());
  }

  private long declaredLength() {
    @Nullable String length = request.getHeader("content-length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException beyondAnyLimit) {
      return Long.MAX_VALUE;
    }
  }

  private void count(Buffer chunk) {
    received += chunk.length();
    if (received > limits.maxBytes(multipart)) refuse(limits.tooLarge(multipart));
    else if (!held.take(chunk.length())) refuse(limits.overloaded());
    else if (!multipart) raw.appendBuffer(chunk);
  }

  private void part(HttpServerFileUpload upload) {
    Part part = new Part(upload.name());
    parts.add(part);
    upload.handler(
        chunk -> {
          if (body.future().isComplete()) return;
          if (part.bytes.length() + chunk.length() > limits.maxUploadBytes())
            refuse(limits.tooLarge(true));
          else part.bytes.appendBuffer(chunk);
        });
    upload.endHandler(_ -> part.whole = true);
    upload.exceptionHandler(this::broken);
  }

  private void ended() {
    if (!multipart) body.tryComplete(new Body.Raw(raw));
    else if (parts.stream().allMatch(part -> part.whole)) body.tryComplete(form());
    else broken(new IllegalStateException("it ends in the middle of a part"));
  }

  private Body.Form form() {
    return new Body.Form(
        request.formAttributes(),
        parts.stream().map(part -> new Body.File(part.name, part.bytes)).toList());
  }

  private void broken(Throwable thrown) {
    refuse(
        new Failure(
            ErrorCode.REQUEST_INVALID,
            "The body cannot be read (" + thrown.getMessage() + "): send it whole and well formed.",
            thrown));
  }

  private void refuse(Failure failure) {
    if (!body.tryFail(failure)) return;
    held.release();
    if (request.isEnded()) return;
    request.handler(_ -> {});
    vertx.setTimer(LINGER_MILLIS, _ -> cut());
  }

  private void cut() {
    if (request.isEnded()) return;
    if (request.response().ended()) request.connection().close();
    else request.response().reset();
  }
}
