package decompgen.loadtests.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.hash.Sha256;
import java.util.LinkedHashSet;
import java.util.List;

/** A prompt of DSG with the facts of its tuples, each once. */
record DsgPrompt(String id, String text, List<DsgFact> facts) {
  /** Which prompts the decomposer was tuned on, and which are only scored. */
  enum Half {
    tuned,
    other
  }

  DsgPrompt {
    facts = List.copyOf(facts);
  }

  /** From a line {id, text, tuples: [{tuple}]}. */
  static DsgPrompt of(JsonNode row) {
    LinkedHashSet<DsgFact> facts = new LinkedHashSet<>();
    for (JsonNode tuple : row.required("tuples"))
      DsgTuples.fact(tuple.required("tuple").asText()).ifPresent(facts::add);
    return new DsgPrompt(
        row.required("id").asText(), row.required("text").asText(), List.copyOf(facts));
  }

  /** The tuned half has ids whose SHA-256 is even. */
  Half half() {
    String hash = Sha256.hex(id.getBytes(UTF_8));
    return Character.digit(hash.charAt(hash.length() - 1), 16) % 2 == 0 ? Half.tuned : Half.other;
  }
}
