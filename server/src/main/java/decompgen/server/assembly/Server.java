package decompgen.server.assembly;

import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import decompgen.server.health.Endpoint;
import decompgen.server.health.ManagementVerticle;
import decompgen.server.health.Readiness;
import decompgen.server.http.Backend;
import decompgen.server.http.Contract;
import decompgen.server.http.HttpVerticle;
import decompgen.verticles.scoring.Pipeline;
import decompgen.verticles.scoring.Scoring;
import decompgen.verticles.scoring.ScoringParts;
import decompgen.verticles.store.DataFolder;
import decompgen.verticles.store.DatabaseWatch;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A server from its start to its stop. */
public final class Server {
  private final ServerConfig config;
  private final StartUp start;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Readiness readiness = new Readiness();
  private final Opened opened = new Opened();
  private int port;
  private int managementPort;

  private Server(ServerConfig config, StartUp start) {
    this.config = config;
    this.start = start;
  }

  /**
   * Starts everything and returns when the server is ready; blocks the calling thread.
   *
   * @throws decompgen.domain.error.Failure with what was opened closed again
   */
  public static Server start(ServerConfig config, ExpertsConfig experts, StartUp start) {
    Server server = new Server(config, start);
    try {
      server.open(experts);
      return server;
    } catch (RuntimeException failed) {
      server.stop();
      throw failed;
    }
  }

  /** The port of the API, also when the configuration asked for any. */
  public int port() {
    return port;
  }

  public int managementPort() {
    return managementPort;
  }

  /**
   * Refuses new work, lets running work end, and closes everything; calls after the first do
   * nothing.
   */
  public void stop() {
    readiness.stop();
    opened.close();
  }

  private void open(ExpertsConfig experts) {
    readiness.missing("models", "loading");
    readiness.missing("database", "starting");
    readiness.missing("http", "not listening yet");
    config.httpSettings().endpoint().requireFree();
    DataFolder folder = DataFolder.hold(config.dataFolder());
    opened.add(folder::close);
    Vertx vertx = Vertx.vertx();
    opened.add(() -> await(vertx.close()));
    managementPort = management(vertx);
    CompletableFuture<Pipeline> loading =
        opened.add(start.begin("models", () -> warm(vertx, experts)));
    Storage storage = storage(vertx, folder);
    Pipeline pipeline = StartUp.join(loading);
    readiness.present("models");
    Scoring scoring = scoring(vertx, pipeline, storage, folder);
    port =
        start.step(
            "http",
            () ->
                http(
                    vertx,
                    new Backend(scoring, storage.scores(), storage.images(), readiness, meters)));
    readiness.present("http");
    // First of all: while running scores end, new requests still get an answer, 503.
    opened.add(() -> await(scoring.stop(config.scoring().drain())));
    folder.announce(port, managementPort);
  }

  /** Loads and warms up while PostgreSQL starts. */
  private Pipeline warm(Vertx vertx, ExpertsConfig experts) {
    Pipeline pipeline =
        start.step("loading", () -> Assembly.pipeline(config, experts, meters, start));
    try {
      start.step("warm-up", () -> done(WarmUp.run(vertx, pipeline, config)));
      return pipeline;
    } catch (RuntimeException failed) {
      pipeline.close();
      throw failed;
    }
  }

  private Storage storage(Vertx vertx, DataFolder folder) {
    Storage storage = Storage.open(vertx, config, folder, start);
    opened.add(storage::stop);
    opened.add(() -> await(storage.close()));
    readiness.present("database");
    DatabaseWatch watch = new DatabaseWatch(vertx, storage.database(), this::tellOfDatabase);
    watch.start();
    opened.add(() -> await(watch.stop()));
    return storage;
  }

  private void tellOfDatabase(AsyncResult<Void> answer) {
    if (answer.succeeded()) readiness.present("database");
    else readiness.missing("database", String.valueOf(answer.cause().getMessage()));
  }

  private Scoring scoring(Vertx vertx, Pipeline pipeline, Storage storage, DataFolder folder) {
    ScoringParts parts =
        new ScoringParts(
            pipeline, storage.scores(), storage.images(), config.scoringSettings(), folder.owner());
    Scoring scoring = new Scoring(vertx, parts);
    await(scoring.start());
    scoring.takeUp(await(scoring.unfinished()));
    opened.add(() -> await(scoring.stop(config.scoring().drain())));
    return scoring;
  }

  private int management(Vertx vertx) {
    Endpoint endpoint =
        new Endpoint(config.management().host(), config.management().port(), "--management-port");
    ManagementVerticle management =
        new ManagementVerticle(endpoint, config.http().idle(), readiness, meters);
    await(vertx.deployVerticle(management));
    return management.port();
  }

  private int http(Vertx vertx, Backend backend) {
    Contract contract = await(Contract.load(vertx));
    Supplier<HttpVerticle> instances =
        HttpVerticle.instances(contract, config.httpSettings(), backend);
    List<HttpVerticle> deployed = new CopyOnWriteArrayList<>();
    String id =
        await(
            vertx.deployVerticle(
                () -> noted(instances.get(), deployed),
                new DeploymentOptions().setInstances(config.http().instances())));
    opened.add(() -> await(vertx.undeploy(id)));
    return deployed.getFirst().port();
  }

  private static HttpVerticle noted(HttpVerticle instance, List<HttpVerticle> deployed) {
    deployed.add(instance);
    return instance;
  }

  private static boolean done(Future<Void> future) {
    await(future);
    return true;
  }

  private static <T> T await(Future<T> future) {
    return StartUp.join(future.toCompletionStage().toCompletableFuture());
  }
}
