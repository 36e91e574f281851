package decompgen.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lays over the shipped tree, key by key, what a user says.
 *
 * @param source of what is said, a file or the command line, for complaints
 */
record Overlay(String source) {
  /**
   * Changes the tree; a section with nothing under it changes nothing.
   *
   * @throws Failure CONFIG_INVALID naming source and key
   */
  void lay(ObjectNode tree, JsonNode over) {
    lay(tree, over, "");
  }

  private void lay(ObjectNode section, JsonNode over, String prefix) {
    if (over.isNull() || over.isMissingNode()) return;
    if (!over.isObject())
      throw invalid(prefix.replaceFirst("\\.$", ": ") + over + " has no keys; here are: ", section);
    over.properties().forEach(entry -> put(section, prefix, entry.getKey(), entry.getValue()));
  }

  private void put(ObjectNode section, String prefix, String key, JsonNode value) {
    JsonNode old = section.get(key);
    if (old == null && !open(prefix))
      throw invalid(prefix + key + " is no key; here are: ", section);
    if (old instanceof ObjectNode inner) lay(inner, value, prefix + key + ".");
    else if (isIncomplete(value) && !(value.isNull() && old != null && old.isNull()))
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          "%s: %s is empty%s; write a value, or leave the key out"
              .formatted(source, prefix + key, value.isNull() ? "" : " somewhere: " + value));
    else section.set(key, value);
  }

  /** Whether a section holds names of the user's own, the models' classes, and not settings. */
  private static boolean open(String prefix) {
    return prefix.equals("thresholds.presence.classes.")
        || prefix.equals("thresholds.presence.lookalikes.")
        || prefix.equals("thresholds.stuff.classes.");
  }

  private static boolean isIncomplete(JsonNode value) {
    return value.isNull() || value.valueStream().anyMatch(Overlay::isIncomplete);
  }

  private Failure invalid(String what, ObjectNode section) {
    String known =
        section.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    return new Failure(ErrorCode.CONFIG_INVALID, source + ": " + what + known);
  }
}
