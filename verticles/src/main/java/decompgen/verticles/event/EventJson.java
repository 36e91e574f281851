package decompgen.verticles.event;

import static decompgen.verticles.event.Nodes.rounded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.claim.Aspect;
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
import decompgen.domain.score.Tally;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One score event as one JSON object on one line, as openapi.yaml describes it; the member {@code
 * event} comes first and names it.
 *
 * <p>Every member is always there: null says that there is none (no trust, since nothing is
 * decided; no model, since the client wrote the response). Scores, trust, coverage and boxes have
 * four decimals.
 */
public final class EventJson {
  private EventJson() {}

  /** The word for the kind of event: {@code expert-failed}. */
  public static String name(ScoreEvent event) {
    return switch (event) {
      case Accepted _ -> "accepted";
      case Responded _ -> "responded";
      case Decomposed _ -> "decomposed";
      case Mentioned _ -> "mentioned";
      case Judged _ -> "judged";
      case ExpertFailed _ -> "expert-failed";
      case Decided _ -> "decided";
      case Scored _ -> "scored";
      case Completed _ -> "completed";
      case Failed _ -> "failed";
    };
  }

  public static String write(ScoreEvent event) {
    return node(event).toString();
  }

  static ObjectNode node(ScoreEvent event) {
    ObjectNode json = Nodes.object().put("event", name(event));
    switch (event) {
      case Accepted accepted -> accepted(accepted, json);
      case Responded responded -> responded(responded, json);
      case Decomposed decomposed -> decomposed(decomposed, json);
      case Mentioned mentioned -> mentioned(mentioned, json);
      case Judged judged -> judged(judged, json);
      case ExpertFailed failed -> expertFailed(failed, json);
      case Decided decided -> decided(decided, json);
      case Scored scored -> scored(scored, json);
      case Completed completed -> completed(completed, json);
      case Failed failed -> failed(failed, json);
    }
    return json;
  }

  /**
   * The event that {@link #write} wrote; members that it does not know are passed over.
   *
   * @throws IllegalArgumentException for anything that is not such an event
   */
  public static ScoreEvent read(String json) {
    return EventReader.read(json);
  }

  private static void accepted(Accepted event, ObjectNode json) {
    json.put("scoreId", event.scoreId().toString()).put("responses", event.responses());
  }

  private static void responded(Responded event, ObjectNode json) {
    json.put("response", event.response())
        .put("text", event.text())
        .put("model", event.model())
        .put("adapter", event.adapter());
  }

  private static void decomposed(Decomposed event, ObjectNode json) {
    json.put("response", event.response())
        .put("sentence", event.sentence())
        .put("last", event.last())
        .set("claims", Nodes.array(event.claims(), ClaimJson::write));
  }

  private static void mentioned(Mentioned event, ObjectNode json) {
    json.put("response", event.response())
        .put("claim", event.claim())
        .set("spans", Nodes.spans(event.spans()));
  }

  private static void judged(Judged event, ObjectNode json) {
    json.put("response", event.response())
        .put("claim", event.claim())
        .put("expert", event.expert())
        .put("version", event.version())
        .put("verdict", event.verdict().word())
        .put("score", rounded(event.score()));
    json.set("evidence", EvidenceJson.write(event.evidence()));
    json.put("millis", event.took().toMillis());
  }

  private static void expertFailed(ExpertFailed event, ObjectNode json) {
    json.put("response", event.response()).put("expert", event.expert());
    json.set("claims", Nodes.numbers(event.claims()));
    json.put("code", event.code().name()).put("detail", event.detail());
  }

  private static void decided(Decided event, ObjectNode json) {
    json.put("response", event.response())
        .put("claim", event.claim())
        .put("verdict", event.verdict().word())
        .put("score", rounded(event.score()));
    trust(event.trust(), event.coverage(), json);
  }

  private static void scored(Scored event, ObjectNode json) {
    json.put("response", event.response());
    trust(event.tally().trust(), event.tally().coverage(), json);
    tally(event.tally(), json)
        .put("omitted", event.omitted())
        .set("aspects", aspects(event.aspects()));
    json.put("millis", event.took().toMillis());
  }

  private static void trust(OptionalDouble trust, double coverage, ObjectNode json) {
    if (trust.isPresent()) json.put("trust", rounded(trust.getAsDouble()));
    else json.putNull("trust");
    json.put("coverage", rounded(coverage));
  }

  private static ObjectNode tally(Tally tally, ObjectNode json) {
    return json.put("supported", tally.supported())
        .put("contradicted", tally.contradicted())
        .put("claims", tally.claims());
  }

  private static JsonNode aspects(Map<Aspect, Tally> aspects) {
    ObjectNode json = Nodes.object();
    for (Aspect aspect : Aspect.values())
      if (aspects.containsKey(aspect))
        tally(aspects.getOrDefault(aspect, Tally.NONE), json.putObject(aspect.word()));
    return json;
  }

  private static void completed(Completed event, ObjectNode json) {
    json.set("ranking", Nodes.numbers(event.ranking()));
    json.set("pairs", Nodes.strings(event.pairs()));
  }

  private static void failed(Failed event, ObjectNode json) {
    json.put("code", event.code().name())
        .put("title", event.code().title())
        .put("detail", event.detail())
        .put("status", ErrorStatus.of(event.code()));
  }
}
