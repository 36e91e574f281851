package decompgen.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Decomposition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Decomposes lines of {id, text} into lines of {id, claims}, for measuring; prints milliseconds a
 * sentence.
 */
final class DecomposeLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DecomposeLines() {}

  public static void main(String[] args) throws IOException {
    var decomposer = SentenceDecomposer.open();
    List<String> out = new ArrayList<>();
    int sentences = 0;
    long start = System.nanoTime();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      JsonNode row = JSON.readTree(line);
      var decomposition = new Decomposition(512);
      for (var sentence : decomposer.sentences(row.get("text").asText())) {
        decomposition.add(decomposer.decompose(sentence, decomposition.claims()));
        sentences++;
      }
      ObjectNode result = JSON.createObjectNode();
      result.set("id", row.get("id"));
      decomposition.claims().forEach(claim -> result.withArray("claims").add(json(claim)));
      if (!result.has("claims")) result.putArray("claims");
      out.add(result.toString());
    }
    double millis = (System.nanoTime() - start) / 1e6;
    Files.write(Path.of(args[1]), out);
    System.out.printf(
        "%d sentences, %.2f ms each, cold start included%n", sentences, millis / sentences);
  }

  private static ObjectNode json(Claim claim) {
    ObjectNode json = JSON.createObjectNode();
    json.put("aspect", claim.aspect().word()).put("said", claim.basis().text());
    if (claim.negative()) json.put("polarity", "negative");
    switch (claim) {
      case ObjectClaim object -> json.put("noun", object.noun());
      case CountClaim count -> json.put("noun", count.noun()).put("number", count.number());
      case AttributeClaim attribute ->
          json.put("noun", attribute.noun()).put("attribute", attribute.attribute());
      case RelationClaim relation ->
          json.put("subject", relation.subject())
              .put("predicate", relation.predicate())
              .put("object", relation.object());
      case SpatialClaim spatial ->
          json.put("subject", spatial.subject())
              .put("predicate", spatial.predicate())
              .put("object", spatial.object());
      case ScaleClaim scale ->
          json.put("noun", scale.noun()).put("quality", scale.quality()).put("than", scale.than());
      case TextClaim text -> json.put("text", text.quote());
    }
    return json;
  }
}
