package decompgen.server.http;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.vertx.json.schema.OutputUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a schema found wrong, in a sentence that names the field. */
final class Violation {
  private Violation() {}

  /**
   * Throws REQUEST_INVALID unless the outcome is valid; {@code fields} are those that there are.
   */
  static void refuse(OutputUnit outcome, String fields) {
    if (Boolean.TRUE.equals(outcome.getValid())) return;
    List<OutputUnit> errors = outcome.getErrors() == null ? List.of() : outcome.getErrors();
    throw new Failure(ErrorCode.REQUEST_INVALID, sentence(errors, fields));
  }

  private static String sentence(List<OutputUnit> errors, String fields) {
    List<String> unknown = unknown(errors);
    if (!unknown.isEmpty())
      return "Unknown field %s: the fields are %s.".formatted(field(unknown.getFirst()), fields);
    return errors.stream()
        .filter(error -> !keyword(error).equals("additionalProperties"))
        .max(Comparator.comparingInt(error -> error.getKeywordLocation().length()))
        .map(deepest -> sentence(deepest) + " The fields are " + fields + ".")
        .orElse("The body does not match the contract.");
  }

  /** A field that is known but wrong is also reported as additional; such are left out. */
  private static List<String> unknown(List<OutputUnit> errors) {
    Set<String> known =
        errors.stream()
            .filter(error -> keyword(error).equals("properties"))
            .map(OutputUnit::getInstanceLocation)
            .collect(Collectors.toSet());
    return errors.stream()
        .filter(error -> keyword(error).equals("additionalProperties"))
        .map(OutputUnit::getInstanceLocation)
        .filter(location -> !known.contains(location))
        .toList();
  }

  private static String sentence(OutputUnit error) {
    String location = error.getInstanceLocation();
    String said = String.valueOf(error.getError());
    if (keyword(error).equals("required"))
      return "The field " + said.substring(said.indexOf('"')) + " is missing.";
    if (location.equals("#")) return "The body must be a JSON object.";
    return "The field %s is not as it should be: %s.".formatted(field(location), said);
  }

  private static String keyword(OutputUnit error) {
    String location = error.getKeywordLocation();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** {@code #/responses/0} is {@code "responses[0]"}. */
  private static String field(String location) {
    String path = location.substring("#/".length()).replaceAll("/(\\d+)", "[$1]");
    return '"' + path.replace('/', '.') + '"';
  }
}
