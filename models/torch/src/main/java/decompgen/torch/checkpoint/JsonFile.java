package decompgen.torch.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JSON object in a checkpoint's folder, or an object inside it.
 *
 * @param file where it was read, for errors
 * @param at what leads to the object inside the file, such as {@code text_config.}, or nothing
 */
public record JsonFile(Path file, String at, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @throws Failure MODEL_UNREADABLE when the file is absent, unreadable, longer than 256 MiB or no
   *     JSON object
   */
  public static JsonFile read(Path file) {
    return readIfThere(file)
        .orElseThrow(
            () ->
                new Failure(
                    ErrorCode.MODEL_UNREADABLE,
                    file + " is missing: copy the checkpoint's folder whole."));
  }

  /**
   * @return nothing when there is no such file
   * @throws Failure MODEL_UNREADABLE when the file is unreadable, longer than 256 MiB or no JSON
   *     object
   */
  public static Optional<JsonFile> readIfThere(Path file) {
    if (!Files.exists(file)) return Optional.empty();
    try {
      FileLimit.require(file);
      JsonNode json = JSON.readTree(file.toFile());
      if (json.isObject()) return Optional.of(new JsonFile(file, "", json));
    } catch (JsonProcessingException broken) {
      String why =
          "%s: no JSON at line %d (%s); copy it anew."
              .formatted(file, broken.getLocation().getLineNr(), broken.getOriginalMessage());
      throw new Failure(ErrorCode.MODEL_UNREADABLE, why, broken);
    } catch (IOException unreadable) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE, file + ": " + unreadable.getMessage(), unreadable);
    }
    throw new Failure(ErrorCode.MODEL_UNREADABLE, file + " holds no JSON object; copy it anew.");
  }

  /** The object under a key, such as {@code text_config}; an empty one when it is absent. */
  public JsonFile part(String key) {
    JsonNode part = json.path(key);
    if (part.isMissingNode() || part.isNull())
      return new JsonFile(file, at + key + ".", JSON.createObjectNode());
    if (!part.isObject()) throw refuse(key, "is no object");
    return new JsonFile(file, at + key + ".", part);
  }

  /** Whether the key is there and not null. */
  public boolean has(String key) {
    return json.hasNonNull(key);
  }

  /**
   * @throws Failure MODEL_UNREADABLE when the value is no string
   */
  public String text(String key, String otherwise) {
    if (!has(key)) return otherwise;
    if (json.get(key).isTextual()) return json.get(key).textValue();
    throw refuse(key, "is " + json.get(key) + ", not a string");
  }

  /**
   * @throws Failure MODEL_UNREADABLE when the value is neither true nor false
   */
  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) return otherwise;
    if (json.get(key).isBoolean()) return json.get(key).booleanValue();
    throw refuse(key, "is " + json.get(key) + ", neither true nor false");
  }

  /**
   * @throws Failure MODEL_UNREADABLE when the value is no number
   */
  public double number(String key, double otherwise) {
    if (!has(key)) return otherwise;
    if (json.get(key).isNumber()) return json.get(key).doubleValue();
    throw refuse(key, "is " + json.get(key) + ", not a number");
  }

  /**
   * @throws Failure MODEL_UNREADABLE when the value is no whole number above 0
   */
  public int positive(String key, int otherwise) {
    if (!has(key)) return otherwise;
    JsonNode value = json.get(key);
    if (value.canConvertToInt() && value.isIntegralNumber() && value.intValue() > 0)
      return value.intValue();
    throw refuse(key, "is " + value + ", not a positive whole number");
  }

  /** A failure that names the file and the key. */
  public Failure refuse(String key, String why) {
    return new Failure(ErrorCode.MODEL_UNREADABLE, file + ": " + at + key + " " + why);
  }
}
