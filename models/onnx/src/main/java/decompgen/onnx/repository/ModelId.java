package decompgen.onnx.repository;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.util.regex.Pattern;

/**
 * Name and version of a model: {@code efficientdet-lite2/1}. Both are folder names; neither can
 * leave the repository.
 */
public record ModelId(String name, String version) implements Comparable<ModelId> {
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  public ModelId {
    if (!WORD.matcher(name).matches()) throw new IllegalArgumentException("model name: " + name);
    if (!WORD.matcher(version).matches())
      throw new IllegalArgumentException("model version: " + version);
  }

  /**
   * Reads {@code name/version}.
   *
   * @throws Failure MODEL_UNREADABLE for any other form
   */
  public static ModelId parse(String text) {
    int slash = text.indexOf('/');
    try {
      return new ModelId(text.substring(0, Math.max(slash, 0)), text.substring(slash + 1));
    } catch (IllegalArgumentException unfit) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          "model \"" + text + "\": write it as name/version, such as efficientdet-lite2/1",
          unfit);
    }
  }

  @Override
  public int compareTo(ModelId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return name + "/" + version;
  }
}
