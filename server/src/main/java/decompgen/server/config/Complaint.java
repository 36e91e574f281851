package decompgen.server.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a key, in the words of the files and not in Java's. */
final class Complaint {
  private Complaint() {}

  /**
   * @param tree what was read
   */
  static String about(JsonProcessingException wrong, JsonNode tree) {
    return wrong instanceof JsonMappingException unfit
        ? about(unfit, tree)
        : wrong.getOriginalMessage();
  }

  private static String about(JsonMappingException wrong, JsonNode tree) {
    String path = path(wrong, ".");
    if (wrong instanceof UnrecognizedPropertyException) return path + " is no key";
    if (wrong instanceof MismatchedInputException unfit)
      return about(path, tree.at("/" + path(wrong, "/")), unfit.getTargetType());
    return switch (wrong.getCause()) {
      case InputCoercionException unfit ->
          about(path, tree.at("/" + path(wrong, "/")), unfit.getTargetType());
      case null -> named(path, wrong.getOriginalMessage());
      case Throwable ours -> named(path, String.valueOf(ours.getMessage()));
    };
  }

  private static String about(String path, JsonNode value, @Nullable Class<?> wanted) {
    if (value.isMissingNode()) return path + " is missing";
    return path + ": " + value + " is " + lacking(wanted);
  }

  private static String lacking(@Nullable Class<?> wanted) {
    if (wanted == int.class) return "no whole number up to " + Integer.MAX_VALUE;
    if (wanted == long.class) return "no whole number";
    if (wanted == double.class) return "no number";
    if (wanted == boolean.class) return "neither true nor false";
    if (wanted == String.class || wanted == Path.class) return "no text";
    if (wanted != null && Collection.class.isAssignableFrom(wanted)) return "no list like [a, b]";
    return "no section with keys of its own";
  }

  /** A message with its key, which the settings of a training name in full themselves. */
  private static String named(String path, String message) {
    return path.isEmpty() || message.startsWith(path + ".") ? message : path + ": " + message;
  }

  private static String path(JsonMappingException wrong, String separator) {
    return wrong.getPath().stream()
        .map(
            step ->
                step.getFieldName() != null
                    ? step.getFieldName()
                    : Integer.toString(step.getIndex()))
        .collect(Collectors.joining(separator));
  }
}
