package decompgen.onnx.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The photos that ship with the project, each with a response about it, as files in memory;
 * LICENCES.md beside them says whose.
 */
public final class Samples {
  private static final List<String> NAMES = List.of("astronaut", "chelsea", "coffee");

  private Samples() {}

  /** Every name, in alphabetical order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The PNG file of that name.
   *
   * @throws Failure NOT_FOUND, naming those there are
   */
  public static byte[] photo(String name) {
    return file(name, ".png");
  }

  /**
   * What is said about it: right in most, wrong in some.
   *
   * @throws Failure NOT_FOUND, naming those there are
   */
  public static String response(String name) {
    return new String(file(name, ".txt"), UTF_8).strip();
  }

  private static byte[] file(String name, String kind) {
    if (!NAMES.contains(name))
      throw new Failure(
          ErrorCode.NOT_FOUND, "There is no sample \"" + name + "\"; take one of " + NAMES + ".");
    try (InputStream in = Samples.class.getResourceAsStream("/decompgen/samples/" + name + kind)) {
      if (in == null) throw new Failure(ErrorCode.INTERNAL, "sample " + name + " was not packed");
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new Failure(ErrorCode.INTERNAL, "sample " + name + " cannot be read", failed);
    }
  }
}
