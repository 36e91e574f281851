package decompgen.loadtests.language;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.claim.Aspect;
import decompgen.loadtests.language.DsgFact.Attribute;
import decompgen.loadtests.language.DsgFact.Count;
import decompgen.loadtests.language.DsgFact.Relation;
import decompgen.loadtests.language.DsgFact.Text;
import decompgen.loadtests.language.DsgFact.Thing;
import java.util.Locale;
import java.util.Set;

/** Facts from claims as {@code decompose --jsonl} writes them. */
final class DsgClaims {
  private DsgClaims() {}

  static DsgFact fact(JsonNode claim) {
    return switch (Aspect.valueOf(claim.path("aspect").asText().toUpperCase(Locale.ROOT))) {
      case OBJECT -> new Thing(head(claim));
      case COUNT -> new Count(head(claim), claim.required("number").intValue());
      case ATTRIBUTE -> new Attribute(head(claim), words(claim, "attribute"));
      case SCALE -> new Attribute(head(claim), words(claim, "quality"));
      case RELATION, SPATIAL -> relation(claim);
      case TEXT -> new Text(DsgWords.plain(claim.path("text").asText()));
    };
  }

  /** What has no object, such as a side of the image, is an attribute. */
  private static DsgFact relation(JsonNode claim) {
    Set<String> predicate = words(claim, "predicate");
    return claim.hasNonNull("object")
        ? new Relation(head(claim), DsgWords.head(claim.path("object").asText()), predicate)
        : new Attribute(head(claim), predicate);
  }

  private static String head(JsonNode claim) {
    return DsgWords.head(claim.path(claim.hasNonNull("noun") ? "noun" : "subject").asText());
  }

  private static Set<String> words(JsonNode claim, String member) {
    return DsgWords.content(claim.path(member).asText());
  }
}
