package decompgen.server.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/**
 * The pages for people: {@code /} to try the server, {@code /docs} rendered from the contract,
 * {@code /samples} to try it with, {@code /openapi.yaml} and {@code /openapi.json}. Everything
 * comes from the class path; nothing is fetched from elsewhere.
 */
public final class Pages {
  private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/5.30.1";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; "
          + "frame-ancestors 'none'";

  private Pages() {}

  /** Mounts the pages; {@code contract} is copied with this server as its only one. */
  public static void mount(Router router, Buffer yaml, JsonObject contract) {
    Buffer json = here(contract);
    router.get("/openapi.yaml").handler(routing -> send(routing, "application/yaml", yaml));
    router.get("/openapi.json").handler(routing -> send(routing, "application/json", json));
    router.get("/docs").handler(Pages::slash);
    router.get("/docs/swagger/*").handler(StaticHandler.create(SWAGGER).setIncludeHidden(false));
    router.get("/samples/*").handler(StaticHandler.create("decompgen/samples"));
    router.get("/*").handler(Pages::policy).handler(StaticHandler.create("page"));
  }

  /** The route of {@code /docs} also gets {@code /docs/}, under which its files are found. */
  private static void slash(RoutingContext routing) {
    if (routing.normalizedPath().endsWith("/")) routing.next();
    else routing.redirect("/docs/");
  }

  private static Buffer here(JsonObject contract) {
    JsonArray servers = new JsonArray().add(new JsonObject().put("url", "/"));
    return contract.copy().put("servers", servers).toBuffer();
  }

  private static void policy(RoutingContext routing) {
    routing
        .response()
        .putHeader("content-security-policy", POLICY)
        .putHeader("x-content-type-options", "nosniff");
    routing.next();
  }

  private static void send(RoutingContext routing, String type, Buffer body) {
    routing.response().putHeader("content-type", type).end(body);
  }
}
