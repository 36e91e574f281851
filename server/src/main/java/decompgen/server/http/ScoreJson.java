package decompgen.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.score.ScoreEvent;
import decompgen.verticles.event.Numbered;
import decompgen.verticles.event.ScoreDocument;
import decompgen.verticles.store.ScoreStore;
import decompgen.verticles.store.ScoreStore.Summary;
import decompgen.verticles.store.StoredScore;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Locale;

/** Scores as the contract's schemas Score and ScorePage. */
final class ScoreJson {
  private ScoreJson() {}

  /** The score and all that its events told. */
  static Buffer whole(StoredScore score, List<Numbered> events) {
    List<ScoreEvent> told = events.stream().map(Numbered::event).toList();
    ObjectNode json = head(Summary.of(score, List.of()), state(score, told));
    json.setAll(ScoreDocument.of(told));
    return Buffer.buffer(json.toString());
  }

  /** The last event knows better than the row: the row may be a moment behind or ahead. */
  private static StoredScore.State state(StoredScore score, List<ScoreEvent> told) {
    return switch (told.isEmpty() ? null : told.getLast()) {
      case ScoreEvent.Completed _ -> StoredScore.State.COMPLETED;
      case ScoreEvent.Failed _ -> StoredScore.State.FAILED;
      case null, default -> score.state();
    };
  }

  static Buffer page(ScoreStore.Page page) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode scores = json.putArray("scores");
    page.scores().forEach(summary -> scores.add(summary(summary)));
    json.put("next", page.next());
    return Buffer.buffer(json.toString());
  }

  private static ObjectNode summary(Summary summary) {
    ObjectNode json = head(summary, summary.state());
    ArrayNode responses = json.putArray("responses");
    summary.scored().forEach(scored -> responses.add(ScoreDocument.of(scored)));
    return json;
  }

  private static ObjectNode head(Summary score, StoredScore.State state) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", score.id().toString())
        .put("state", word(state))
        .put("image", score.picture().value())
        .put("question", score.question())
        .put("fingerprint", score.fingerprint().value())
        .put("created", score.created().toString());
  }

  private static String word(StoredScore.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
