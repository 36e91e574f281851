package decompgen.torch.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A checkpoint's config.json, or a part of it.
 *
 * @param file where it was read, for errors
 */
public record ConfigFile(Path file, JsonNode json) {

  /**
   * @throws Failure MODEL_UNREADABLE when the folder has no readable config.json
   */
  public static ConfigFile read(Path folder) {
    Path file = folder.resolve("config.json");
    try {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      if (json != null && json.isObject()) return new ConfigFile(file, json);
    } catch (IOException unreadable) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE, file + ": " + unreadable.getMessage(), unreadable);
    }
    throw new Failure(ErrorCode.MODEL_UNREADABLE, file + " holds no JSON object");
  }

  /** The part under a key, such as {@code text_config}; an empty one when it is absent. */
  public ConfigFile part(String key) {
    return new ConfigFile(file, json.path(key));
  }

  public String text(String key, String otherwise) {
    return json.path(key).asText(otherwise);
  }

  /**
   * @throws Failure MODEL_UNREADABLE when the value is no positive whole number
   */
  public int positive(String key, int otherwise) {
    JsonNode value = json.path(key);
    if (value.isMissingNode() || value.isNull()) return otherwise;
    if (value.isIntegralNumber() && value.asLong() > 0 && value.asLong() <= Integer.MAX_VALUE)
      return value.asInt();
    throw refuse(key + " is " + value + ", not a positive whole number");
  }

  public Failure refuse(String why) {
    return new Failure(ErrorCode.MODEL_UNREADABLE, file + ": " + why);
  }
}
