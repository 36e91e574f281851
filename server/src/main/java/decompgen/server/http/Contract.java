package decompgen.server.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * The contract of the wire, openapi.yaml: its text, its document, the part of it that the router is
 * built from, and its schemas.
 */
public final class Contract {
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String SCHEMAS = "https://decompgen.invalid/openapi";

  private final Buffer yaml;
  private final JsonObject document;
  private final OpenAPIContract routes;
  private final SchemaRepository schemas;

  private Contract(Buffer yaml, JsonObject document, OpenAPIContract routes) {
    this.yaml = yaml;
    this.document = document;
    this.routes = routes;
    this.schemas = schemas(document);
  }

  /** Reads the contract from the class path; once, for all instances. */
  public static Future<Contract> load(Vertx vertx) {
    Callable<Buffer> read = Contract::yaml;
    return vertx.executeBlocking(read, false).compose(yaml -> of(vertx, requireNonNull(yaml)));
  }

  private static Future<Contract> of(Vertx vertx, Buffer yaml) {
    JsonObject document = document(yaml);
    return OpenAPIContract.from(vertx, routed(document))
        .map(routes -> new Contract(yaml, document, routes));
  }

  /** As it was written. */
  public Buffer text() {
    return yaml;
  }

  /** A copy of the whole document. */
  public JsonObject document() {
    return document.copy();
  }

  OpenAPIContract routes() {
    return routes;
  }

  /** The validator of a schema of the contract; one thread at a time may use it. */
  Validator schema(String name) {
    return validator(new JsonObject().put("$ref", COMPONENTS + name));
  }

  /** The validator of a schema that may name others of the contract. */
  Validator validator(JsonObject schema) {
    return schemas.validator(JsonSchema.of(absolute(schema)));
  }

  private static JsonObject absolute(JsonObject schema) {
    return new JsonObject(schema.encode().replace(COMPONENTS, SCHEMAS + "#/$defs/"));
  }

  private static Buffer yaml() throws IOException {
    try (InputStream in = Contract.class.getResourceAsStream("/openapi/openapi.yaml")) {
      if (in == null) throw new IOException("openapi/openapi.yaml is not on the class path");
      return Buffer.buffer(in.readAllBytes());
    }
  }

  private static JsonObject document(Buffer yaml) {
    try {
      @SuppressWarnings("unchecked")
      Map<String, Object> tree = new YAMLMapper().readValue(yaml.getBytes(), Map.class);
      return new JsonObject(tree);
    } catch (IOException unreadable) {
      throw new IllegalStateException("openapi.yaml: " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * The document without bodies: the router refuses contracts with streams or images in them, and
   * bodies are read and checked here, before all of a too large one has come.
   */
  private static JsonObject routed(JsonObject document) {
    JsonObject copy = document.copy();
    copy.getJsonObject("components").remove("requestBodies");
    copy.getJsonObject("components").remove("responses");
    for (Map.Entry<String, Object> path : copy.getJsonObject("paths"))
      for (Map.Entry<String, Object> member : (JsonObject) path.getValue())
        if (member.getValue() instanceof JsonObject operation) {
          operation.remove("requestBody");
          operation.put("responses", new JsonObject().put("default", anyAnswer()));
        }
    return copy;
  }

  /** Fresh each time: the router writes into what it is given. */
  private static JsonObject anyAnswer() {
    return new JsonObject().put("description", "as in the contract");
  }

  private static SchemaRepository schemas(JsonObject document) {
    JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
    JsonObject definitions = absolute(schemas);
    SchemaRepository repository =
        SchemaRepository.create(
            new JsonSchemaOptions()
                .setBaseUri(SCHEMAS)
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic));
    return repository.dereference(
        SCHEMAS, JsonSchema.of(new JsonObject().put("$id", SCHEMAS).put("$defs", definitions)));
  }
}
