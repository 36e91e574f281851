package decompgen.server.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** An answer in JSON. */
final class JsonAnswer {
  private JsonAnswer() {}

  static Future<Void> send(RoutingContext routing, int status, Buffer body) {
    if (routing.response().closed()) return Future.succeededFuture();
    return routing
        .response()
        .setStatusCode(status)
        .putHeader("content-type", "application/json")
        .putHeader("cache-control", "no-store")
        .end(body);
  }
}
