package decompgen.verticles.event;

import static decompgen.verticles.event.Nodes.text;
import static decompgen.verticles.event.Nodes.textOrNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.claim.Aspect;
import decompgen.domain.error.ErrorCode;
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
import decompgen.domain.score.ScoreId;
import decompgen.domain.score.Tally;
import decompgen.domain.verdict.Verdict;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads the JSON of events back. */
final class EventReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventReader() {}

  static ScoreEvent read(String json) {
    try {
      return event(JSON.readTree(json));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not a score event: " + json, notJson);
    }
  }

  private static ScoreEvent event(JsonNode json) {
    return switch (text(json, "event")) {
      case "accepted" ->
          new Accepted(ScoreId.parse(text(json, "scoreId")), number(json, "responses"));
      case "responded" ->
          new Responded(
              response(json),
              text(json, "text"),
              textOrNull(json, "model"),
              textOrNull(json, "adapter"));
      case "decomposed" -> decomposed(json);
      case "mentioned" ->
          new Mentioned(response(json), claim(json), Nodes.spans(json.required("spans")));
      case "judged" -> judged(json);
      case "expert-failed" ->
          new ExpertFailed(
              response(json),
              text(json, "expert"),
              Nodes.numbers(json.required("claims")),
              code(json),
              text(json, "detail"));
      case "decided" ->
          new Decided(
              response(json), claim(json), verdict(json), score(json), trust(json), coverage(json));
      case "scored" -> scored(json);
      case "completed" ->
          new Completed(
              Nodes.numbers(json.required("ranking")), Nodes.strings(json.required("pairs")));
      case "failed" -> new Failed(code(json), text(json, "detail"));
      case String unknown -> throw new IllegalArgumentException("unknown score event: " + unknown);
    };
  }

  private static Decomposed decomposed(JsonNode json) {
    return new Decomposed(
        response(json),
        number(json, "sentence"),
        json.required("last").booleanValue(),
        Nodes.list(json.required("claims"), ClaimJson::read));
  }

  private static Judged judged(JsonNode json) {
    return new Judged(
        response(json),
        claim(json),
        text(json, "expert"),
        text(json, "version"),
        verdict(json),
        score(json),
        EvidenceJson.read(json.required("evidence")),
        took(json));
  }

  private static Scored scored(JsonNode json) {
    Map<Aspect, Tally> aspects = new EnumMap<>(Aspect.class);
    json.required("aspects")
        .propertyStream()
        .forEach(aspect -> aspects.put(aspect(aspect.getKey()), tally(aspect.getValue())));
    return new Scored(response(json), tally(json), number(json, "omitted"), aspects, took(json));
  }

  private static Tally tally(JsonNode json) {
    return new Tally(
        number(json, "claims"), number(json, "supported"), number(json, "contradicted"));
  }

  private static int response(JsonNode json) {
    return number(json, "response");
  }

  private static int claim(JsonNode json) {
    return number(json, "claim");
  }

  private static int number(JsonNode json, String member) {
    return json.required(member).intValue();
  }

  private static double score(JsonNode json) {
    return json.required("score").doubleValue();
  }

  private static double coverage(JsonNode json) {
    return json.required("coverage").doubleValue();
  }

  private static OptionalDouble trust(JsonNode json) {
    JsonNode trust = json.required("trust");
    return trust.isNull() ? OptionalDouble.empty() : OptionalDouble.of(trust.doubleValue());
  }

  private static Duration took(JsonNode json) {
    return Duration.ofMillis(json.required("millis").longValue());
  }

  private static Aspect aspect(String word) {
    return Aspect.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Verdict verdict(JsonNode json) {
    return Verdict.valueOf(text(json, "verdict").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static ErrorCode code(JsonNode json) {
    return ErrorCode.valueOf(text(json, "code"));
  }
}
