package decompgen.verticles.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.claim.Claim;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.ScoreEvent.Accepted;
import decompgen.domain.score.ScoreEvent.Completed;
import decompgen.domain.score.ScoreEvent.Decided;
import decompgen.domain.score.ScoreEvent.Decomposed;
import decompgen.domain.score.ScoreEvent.ExpertFailed;
import decompgen.domain.score.ScoreEvent.Failed;
import decompgen.domain.score.ScoreEvent.Judged;
import decompgen.domain.score.ScoreEvent.Mentioned;
import decompgen.domain.score.ScoreEvent.Responded;
import decompgen.domain.score.ScoreEvent.Scored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The events of a score, finished or not, folded into one JSON document: {@code responses} with
 * their claims, judgements and scores, {@code ranking}, {@code pairs}, {@code failure}; as the
 * schema Score of openapi.yaml, less what is known without events.
 */
public final class ScoreDocument {
  private final ObjectNode json = Nodes.object();
  private final Map<Integer, ObjectNode> responses = new TreeMap<>();
  private final Map<ClaimKey, ObjectNode> claims = new HashMap<>();

  private record ClaimKey(int response, int claim) {}

  private ScoreDocument() {}

  /** Folds the events, all from the first on, in order. */
  public static ObjectNode of(List<ScoreEvent> events) {
    ScoreDocument document = new ScoreDocument();
    ArrayNode responses = document.json.putArray("responses");
    document.json.putArray("ranking");
    document.json.putArray("pairs");
    document.json.putNull("failure");
    events.forEach(document::add);
    document.responses.values().forEach(responses::add);
    return document.json;
  }

  /** How one response came out, with its number. */
  public static ObjectNode of(Scored scored) {
    ObjectNode node = EventJson.node(scored);
    node.remove("event");
    return node;
  }

  private void add(ScoreEvent event) {
    switch (event) {
      case Accepted _ -> {}
      case Responded responded -> begin(responded);
      case Decomposed(int response, _, _, var fresh) -> fresh.forEach(one -> add(response, one));
      case Mentioned(int response, int claim, var spans) ->
          claim(response, claim).withArray("spans").addAll(Nodes.spans(spans));
      case Judged judged ->
          claim(judged.response(), judged.claim()).withArray("judgements").add(bare(judged));
      case ExpertFailed failed ->
          response(failed.response()).withArray("failures").add(bare(failed));
      case Decided decided -> decide(decided);
      case Scored scored -> response(scored.response()).set("score", bare(scored));
      case Completed completed -> json.setAll(bare(completed));
      case Failed failed -> json.set("failure", bare(failed));
    }
  }

  /** A response begins, or begins again after a crash: what was told of it before is void. */
  private void begin(Responded responded) {
    responses.remove(responded.response());
    response(responded.response()).setAll(bare(responded));
  }

  private void add(int response, Claim claim) {
    ObjectNode node = ClaimJson.write(claim);
    node.putNull("verdict").putNull("score").putArray("judgements");
    response(response).withArray("claims").add(node);
    claims.put(new ClaimKey(response, claim.id()), node);
  }

  private void decide(Decided decided) {
    claim(decided.response(), decided.claim())
        .put("verdict", decided.verdict().word())
        .put("score", Nodes.rounded(decided.score()));
  }

  private ObjectNode response(int number) {
    return responses.computeIfAbsent(number, ScoreDocument::unheard);
  }

  private static ObjectNode unheard(int number) {
    ObjectNode response = Nodes.object().put("response", number).put("text", "");
    response.putNull("model").putNull("adapter").putArray("claims");
    response.putArray("failures");
    return response.putNull("score");
  }

  private ObjectNode claim(int response, int claim) {
    return requireNonNull(
        claims.get(new ClaimKey(response, claim)),
        () -> "response " + response + " has no claim " + claim + " yet");
  }

  /** The event's members without those that say which event it is and where it belongs. */
  private static ObjectNode bare(ScoreEvent event) {
    ObjectNode node = EventJson.node(event);
    node.remove(List.of("event", "response", "claim"));
    return node;
  }
}
