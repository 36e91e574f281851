package decompgen.server.http;

import decompgen.server.page.Pages;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The main port: the operations of the contract and the pages. Runs on an event loop; deploy as
 * many instances as there are cores, all from one {@link #instances}.
 */
public final class HttpVerticle extends VerticleBase {
  private static final int MAX_HEAD_BYTES = 64 << 10;
  private static final int MAX_FIELDS = 256;

  private final Contract contract;
  private final HttpSettings settings;
  private final Backend backend;
  private final Held held;
  private @Nullable HttpServer server;

  private HttpVerticle(Contract contract, HttpSettings settings, Backend backend, Held held) {
    this.contract = contract;
    this.settings = settings;
    this.backend = backend;
    this.held = held;
  }

  /** Makes instances that share one bound on the bytes of uploads. */
  public static Supplier<HttpVerticle> instances(
      Contract contract, HttpSettings settings, Backend backend) {
    Held held = new Held(settings.maxHeldBytes());
    return () -> new HttpVerticle(contract, settings, backend, held);
  }

  @Override
  public Future<?> start() {
    return settings
        .endpoint()
        .listen(vertx.createHttpServer(options(settings)).requestHandler(router()))
        .onSuccess(listening -> server = listening);
  }

  /** Lets running requests end, at most for the drain time. */
  @Override
  public Future<?> stop() {
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(settings.drain().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The port that is listened on, 0 before the start. */
  public int port() {
    return server == null ? 0 : server.actualPort();
  }

  private static HttpServerOptions options(HttpSettings settings) {
    return new HttpServerOptions()
        .setIdleTimeout(Math.toIntExact(settings.idle().toMillis()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setCompressionSupported(false)
        .setMaxFormFields(MAX_FIELDS)
        .setMaxFormAttributeSize(-1)
        .setMaxFormBufferedBytes(MAX_HEAD_BYTES);
  }

  private Router router() {
    Router router = Router.router(vertx);
    router.route().handler(new RequestLog(backend.meters()));
    if (!settings.corsOrigins().isEmpty()) router.route().handler(cors());
    router.route().subRouter(new Api(contract, settings, backend, held).router(vertx, contract));
    Pages.mount(router, contract.text(), contract.document());
    router.route().failureHandler(Problem::answer);
    router.errorHandler(404, Problem::answer);
    router.errorHandler(405, Problem::answer);
    return router;
  }

  private CorsHandler cors() {
    return CorsHandler.create().addOrigins(settings.corsOrigins());
  }
}
