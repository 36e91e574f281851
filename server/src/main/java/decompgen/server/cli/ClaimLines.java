package decompgen.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Decomposition;
import decompgen.domain.claim.Sentence;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.score.ScoreEvent;
import decompgen.verticles.event.EventJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines {id, text} to lines {id, claims}, for scorers of decomposers, which reduce words to lemmas
 * by rules of their own: claims are the contract's, save that nouns and sizes stand as they were
 * said, that the {@code text} of a text claim is what is to be read, that a comparison and a side
 * of the image are relations, and that one of a kind is not counted, for its object says as much.
 */
public final class ClaimLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Decomposer decomposer;
  private final long began = System.nanoTime();
  private int sentences;

  public ClaimLines(Decomposer decomposer) {
    this.decomposer = decomposer;
  }

  /**
   * Writes one line for each that is not blank.
   *
   * @throws Failure with {@code REQUEST_INVALID} and the number of the first line that is no {id,
   *     text}
   */
  void write(BufferedReader in, PrintWriter out) throws IOException {
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) out.println(decomposed(row(line, number)));
    }
    out.flush();
  }

  /** How long a sentence took, for people. */
  String pace() {
    double millis = (System.nanoTime() - began) / 1e6;
    return String.format(
        Locale.ROOT,
        "%d sentences, %.2f ms each, the first ones on a cold JVM included",
        sentences,
        sentences == 0 ? 0 : millis / sentences);
  }

  /** The claim as the contract has it. */
  static ObjectNode json(Claim claim) {
    var event = new ScoreEvent.Decomposed(0, 0, true, List.of(claim));
    return (ObjectNode) read(EventJson.write(event), 0).required("claims").required(0);
  }

  private ObjectNode decomposed(JsonNode row) {
    ObjectNode result = JSON.createObjectNode();
    result.set("id", row.required("id"));
    result.set("claims", claims(row.required("text").textValue()));
    return result;
  }

  /** The claims of one text, as they stand in its line. */
  public ArrayNode claims(String text) {
    var decomposition = new Decomposition(DecomposeCommand.MOST_CLAIMS);
    for (Sentence sentence : decomposer.sentences(text)) {
      decomposition.add(decomposer.decompose(sentence, decomposition.claims()));
      sentences++;
    }
    ArrayNode claims = JSON.createArrayNode();
    Map<String, String> forms = forms(decomposition.claims());
    for (Claim claim : decomposition.claims())
      if (!(claim instanceof CountClaim(_, _, int number)) || number > 1)
        claims.add(scored(claim, forms));
    return claims;
  }

  /** How each noun was said first: "buildings" for "building". */
  private static Map<String, String> forms(List<Claim> claims) {
    Map<String, String> forms = new HashMap<>();
    for (Claim claim : claims)
      if (claim instanceof ObjectClaim object) {
        String said = claim.basis().text().toLowerCase(Locale.ROOT);
        boolean named = said.charAt(said.lastIndexOf(' ') + 1) == kind(object.noun()).charAt(0);
        if (named) forms.putIfAbsent(object.noun(), said.replaceFirst("^(?:an?|the|no) ", ""));
      }
    return forms;
  }

  /** The words of a claim without those of its noun: the "huge" of "huge dog". */
  private static String said(Claim claim, String noun) {
    List<String> named = List.of(noun.split(" "));
    return Stream.of(claim.basis().text().toLowerCase(Locale.ROOT).split(" "))
        .filter(word -> !named.contains(word))
        .collect(Collectors.joining(" "));
  }

  private static String kind(String noun) {
    return noun.substring(noun.lastIndexOf(' ') + 1);
  }

  private static ObjectNode scored(Claim claim, Map<String, String> forms) {
    ObjectNode json = json(claim);
    if (claim instanceof TextClaim text) return json.put("text", text.quote());
    if (claim instanceof SpatialClaim(_, _, var side, var object) && object == null)
      json.put("predicate", "at").put("object", side + " of the image");
    if (claim instanceof ScaleClaim(_, var noun, var quality, var than) && than != null)
      json.put("aspect", "relation")
          .put("subject", noun)
          .put("predicate", quality + " than")
          .put("object", than)
          .remove(List.of("noun", "quality", "than"));
    if (claim instanceof ScaleClaim(_, var noun, _, var than) && than == null)
      json.put("quality", said(claim, forms.getOrDefault(noun, noun)));
    for (String member : List.of("noun", "subject", "object")) {
      String form = forms.get(json.path(member).asText());
      if (form != null) json.put(member, form);
    }
    return json;
  }

  private static JsonNode row(String line, int number) {
    JsonNode row = read(line, number);
    if (row.has("id") && row.path("text").isTextual()) return row;
    throw malformed(number, "it has no id, or no text that is a string", null);
  }

  private static JsonNode read(String line, int number) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException malformed) {
      throw malformed(number, malformed.getOriginalMessage(), malformed);
    }
  }

  private static Failure malformed(int number, String why, @Nullable Exception cause) {
    String detail = "Line " + number + " is no {\"id\": …, \"text\": \"…\"}: " + why;
    return new Failure(ErrorCode.REQUEST_INVALID, detail, cause);
  }
}
