package decompgen.verticles.event;

import static decompgen.verticles.event.Nodes.text;
import static decompgen.verticles.event.Nodes.textOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.claim.Aspect;
import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Polarity;
import java.util.Locale;

/** A claim as JSON: id, aspect and text, the arguments of its aspect, then what it rests on. */
final class ClaimJson {
  private ClaimJson() {}

  static ObjectNode write(Claim claim) {
    Basis basis = claim.basis();
    ObjectNode json =
        Nodes.object()
            .put("id", basis.id())
            .put("aspect", claim.aspect().word())
            .put("text", basis.text());
    arguments(claim, json);
    json.put("polarity", basis.polarity().word());
    json.set("spans", Nodes.spans(basis.spans()));
    json.set("requires", Nodes.numbers(basis.requires()));
    return json;
  }

  private static ObjectNode arguments(Claim claim, ObjectNode json) {
    return switch (claim) {
      case ObjectClaim(var basis, var noun) -> json.put("noun", noun).put("given", basis.given());
      case CountClaim(_, var noun, int number) -> json.put("noun", noun).put("number", number);
      case AttributeClaim(_, var attribute, var noun) ->
          json.put("attribute", attribute).put("noun", noun);
      case RelationClaim(_, var subject, var predicate, var object) ->
          json.put("subject", subject).put("predicate", predicate).put("object", object);
      case SpatialClaim(_, var subject, var predicate, var object) ->
          json.put("subject", subject).put("predicate", predicate).put("object", object);
      case ScaleClaim(_, var noun, var quality, var than) ->
          json.put("noun", noun).put("quality", quality).put("than", than);
      case TextClaim(_, var quote) -> json.put("quote", quote);
    };
  }

  static Claim read(JsonNode json) {
    Basis basis = basis(json);
    return switch (Aspect.valueOf(upper(text(json, "aspect")))) {
      case OBJECT -> new ObjectClaim(basis, text(json, "noun"));
      case COUNT -> new CountClaim(basis, text(json, "noun"), json.required("number").intValue());
      case ATTRIBUTE -> new AttributeClaim(basis, text(json, "attribute"), text(json, "noun"));
      case RELATION ->
          new RelationClaim(
              basis, text(json, "subject"), text(json, "predicate"), text(json, "object"));
      case SPATIAL ->
          new SpatialClaim(
              basis, text(json, "subject"), text(json, "predicate"), textOrNull(json, "object"));
      case SCALE ->
          new ScaleClaim(
              basis, text(json, "noun"), text(json, "quality"), textOrNull(json, "than"));
      case TEXT -> new TextClaim(basis, text(json, "quote"));
    };
  }

  private static Basis basis(JsonNode json) {
    return new Basis(
        json.required("id").intValue(),
        text(json, "text"),
        Polarity.valueOf(upper(text(json, "polarity"))),
        Nodes.spans(json.required("spans")),
        Nodes.numbers(json.required("requires")),
        json.path("given").asBoolean(false));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
