package decompgen.server.http;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import java.util.Map;
import java.util.Set;

/** The operations of the contract, each bound to its handler by operationId. */
final class Api {
  /** Their bodies are read and checked by their handlers, in the turn in which they come. */
  private static final Set<String> WITH_BODY = Set.of("score", "streamScore", "putImage");

  private final Backend backend;
  private final Map<String, Handler<RoutingContext>> handlers;

  Api(Contract contract, HttpSettings settings, Backend backend, Held held) {
    this.backend = backend;
    NewScores begin =
        new NewScores(backend, new ScoreIntake(contract, settings), held, settings.heartbeat());
    StoredScores stored = new StoredScores(backend, settings.heartbeat());
    Images images = new Images(backend, held, settings);
    this.handlers =
        Map.of(
            "score", begin::score,
            "streamScore", begin::stream,
            "getScore", stored::get,
            "listScores", stored::list,
            "deleteScore", stored::delete,
            "watchScore", stored::watch,
            "putImage", images::put,
            "getImage", images::get,
            "deleteImage", images::delete);
  }

  Set<String> operationIds() {
    return handlers.keySet();
  }

  Router router(Vertx vertx, Contract contract) {
    RouterBuilder builder = RouterBuilder.create(vertx, contract.routes());
    for (OpenAPIRoute route : builder.getRoutes()) bind(route);
    return builder.createRouter();
  }

  private void bind(OpenAPIRoute route) {
    String operation = route.getOperation().getOperationId();
    Handler<RoutingContext> handler = handlers.get(operation);
    if (handler == null) throw new IllegalStateException("no handler for " + operation);
    route.setDoValidation(!WITH_BODY.contains(operation));
    route.addHandler(
        routing -> {
          RequestLog.operation(routing, operation);
          if (backend.readiness().stopping()) refuse(routing);
          else handler.handle(routing);
        });
  }

  private static void refuse(RoutingContext routing) {
    routing.fail(
        new Failure(
            ErrorCode.STOPPING, "The server is stopping: send the request again when it is back."));
  }
}
