package decompgen.server.http;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreId;
import decompgen.server.health.Readiness;
import decompgen.verticles.event.EventJson;
import decompgen.verticles.event.EventSamples;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.scoring.ScoreRequest;
import decompgen.verticles.store.PgScoreStore;
import decompgen.verticles.store.ScoreStore;
import decompgen.verticles.store.StoredScore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract against what is really written and bound. */
@Tag("contract")
final class ContractTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static Contract contract;

  @BeforeAll
  static void load() throws Exception {
    contract = Contract.load(VERTX).await(20, SECONDS);
  }

  @AfterAll
  static void close() throws Exception {
    VERTX.close().await(10, SECONDS);
  }

  @Test
  void operations_andHandlers_areTheSame() {
    MemoryStore store = new MemoryStore();
    Backend backend =
        new Backend(
            new ScriptedScorer(store),
            store,
            store.imageStore(),
            new Readiness(),
            new SimpleMeterRegistry());
    Api api = new Api(contract, TestServer.SMALL, backend, new Held(1));
    assertThat(api.operationIds())
        .isEqualTo(
            contract.routes().operations().stream()
                .map(Operation::getOperationId)
                .collect(Collectors.toSet()));
  }

  @Test
  void listScores_largestLimit_isTheStoresLargestPage() {
    JsonObject limit =
        contract
            .document()
            .getJsonObject("paths")
            .getJsonObject("/v1/scores")
            .getJsonObject("get")
            .getJsonArray("parameters")
            .getJsonObject(0);
    assertThat(limit.getString("name")).isEqualTo("limit");
    assertThat(limit.getJsonObject("schema").getInteger("maximum"))
        .isEqualTo(PgScoreStore.LARGEST_PAGE);
  }

  @Test
  void events_everyRecord_hasItsSchema() {
    Set<String> schemas =
        schemas().fieldNames().stream()
            .filter(name -> name.endsWith("Event") && !name.equals("Event"))
            .collect(Collectors.toSet());
    assertThat(
            Arrays.stream(ScoreEvent.class.getPermittedSubclasses())
                .map(record -> record.getSimpleName() + "Event"))
        .containsExactlyInAnyOrderElementsOf(schemas);
    assertThat(schemas().getJsonObject("Event").getJsonArray("oneOf")).hasSize(schemas.size());
  }

  @Test
  void events_asWritten_areAsInTheContract() {
    for (ScoreEvent event : EventSamples.all()) {
      JsonObject json = new JsonObject(EventJson.write(event));
      String schema = event.getClass().getSimpleName() + "Event";
      assertValid(schema, json);
      assertValid("Event", json);
      assertMembers(schema, json);
    }
  }

  @Test
  void claims_asWritten_haveNoOtherMembers() {
    JsonObject decomposed =
        new JsonObject(
            EventJson.write(new ScoreEvent.Decomposed(0, 0, true, EventSamples.claims())));
    for (Object one : decomposed.getJsonArray("claims")) {
      JsonObject claim = (JsonObject) one;
      String aspect = claim.getString("aspect");
      assertMembers(Character.toUpperCase(aspect.charAt(0)) + aspect.substring(1) + "Claim", claim);
    }
  }

  @Test
  void score_asWritten_isAsInTheContract() {
    ScoreId id = ScoreId.random();
    MemoryStore store = new MemoryStore();
    ScriptedScorer scorer = new ScriptedScorer(store);
    scorer.score(
        new ScoreRequest(
            id, new ScoreRequest.Image.Uploaded(new byte[1]), null, List.of("A cat."), false));
    Told.ofACat().forEach(event -> scorer.tell(id, event));
    StoredScore row = requireNonNull(store.rows.get(id));
    List<Numbered> told = requireNonNull(store.events.get(id));
    for (int count = 0; count <= told.size(); count++) {
      JsonObject whole = ScoreJson.whole(row, told.subList(0, count)).toJsonObject();
      assertValid("Score", whole);
      assertMembers("Score", whole);
    }
    ScoreStore.Page page = store.list(null, 10).result();
    assertValid("ScorePage", ScoreJson.page(page).toJsonObject());
  }

  @Test
  void errorCodes_areTheSame() {
    assertThat(schemas().getJsonObject("ErrorCode").getJsonArray("enum"))
        .containsExactlyElementsOf(
            Arrays.stream(ErrorCode.values()).map(code -> (Object) code.name()).toList());
  }

  @Test
  void examples_all_areValid() {
    List<String> checked = new ArrayList<>();
    walk(contract.document(), "", checked);
    assertThat(checked).hasSizeGreaterThan(50);
  }

  @Test
  void examples_ofStreams_areEvents() {
    JsonObject content =
        contract
            .document()
            .getJsonObject("components")
            .getJsonObject("responses")
            .getJsonObject("Stream")
            .getJsonObject("content");
    for (String type : content.fieldNames())
      content
          .getJsonObject(type)
          .getString("example")
          .lines()
          .map(line -> line.startsWith("data: ") ? line.substring("data: ".length()) : line)
          .filter(line -> line.startsWith("{"))
          .forEach(line -> assertValid("Event", new JsonObject(line)));
  }

  @Test
  void operations_all_areDescribedWithAnExampleOrNoBody() {
    for (Map.Entry<String, Object> path : contract.document().getJsonObject("paths"))
      for (Map.Entry<String, Object> member : (JsonObject) path.getValue())
        if (member.getValue() instanceof JsonObject operation) {
          assertThat(operation.getString("summary")).as(path.getKey()).isNotBlank();
          assertThat(operation.getJsonObject("responses").fieldNames()).contains("503");
        }
  }

  /** Finds every schema that has examples beside it or in it, and checks them. */
  private void walk(Object node, String path, List<String> checked) {
    if (node instanceof JsonArray array) array.forEach(one -> walk(one, path + "[]", checked));
    if (!(node instanceof JsonObject object)) return;
    if (object.getValue("schema") instanceof JsonObject schema) {
      if (object.containsKey("example")) check(schema, object.getValue("example"), path, checked);
      for (Map.Entry<String, Object> example : object.getJsonObject("examples", new JsonObject()))
        check(schema, value((JsonObject) example.getValue()), path, checked);
    }
    if (object.getValue("examples") instanceof JsonArray examples)
      examples.forEach(example -> check(bare(object), example, path, checked));
    object.forEach(member -> walk(member.getValue(), path + "/" + member.getKey(), checked));
  }

  private Object value(JsonObject example) {
    String reference = example.getString("$ref");
    if (reference == null) return example.getValue("value");
    String name = reference.substring("#/components/examples/".length());
    return contract
        .document()
        .getJsonObject("components")
        .getJsonObject("examples")
        .getJsonObject(name)
        .getValue("value");
  }

  private static JsonObject bare(JsonObject schema) {
    JsonObject copy = schema.copy();
    copy.remove("examples");
    return copy;
  }

  private static void check(JsonObject schema, Object example, String path, List<String> checked) {
    OutputUnit outcome = contract.validator(schema).validate(example);
    assertThat(outcome.getValid()).as(path + ": " + example + "\n" + outcome).isTrue();
    checked.add(path);
  }

  private static void assertValid(String schema, JsonObject json) {
    OutputUnit outcome = contract.schema(schema).validate(json);
    assertThat(outcome.getValid()).as(schema + ": " + json + "\n" + outcome.toJson()).isTrue();
  }

  /** Exactly the members of the contract: none forgotten there, none left out here. */
  private static void assertMembers(String schema, JsonObject json) {
    JsonObject described = schemas().getJsonObject(schema);
    assertThat(new TreeSet<>(json.fieldNames()))
        .as(schema)
        .isEqualTo(new TreeSet<>(described.getJsonObject("properties").fieldNames()))
        .isEqualTo(
            described.getJsonArray("required").stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static JsonObject schemas() {
    return contract.document().getJsonObject("components").getJsonObject("schemas");
  }
}
