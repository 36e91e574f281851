package decompgen.onnx.image;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The photos that ship with the project, as files in memory; LICENCES.md beside them says whose.
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
  public static byte[] file(String name) {
    if (!NAMES.contains(name))
      throw new Failure(
          ErrorCode.NOT_FOUND, "There is no sample \"" + name + "\"; take one of " + NAMES + ".");
    try (InputStream in =
        Samples.class.getResourceAsStream("/decompgen/samples/" + name + ".png")) {
      if (in == null) throw new Failure(ErrorCode.INTERNAL, "sample " + name + " was not packed");
      return in.readAllBytes();
    } catch (IOException failed) {
      throw new Failure(ErrorCode.INTERNAL, "sample " + name + " cannot be read", failed);
    }
  }

  /** The same photo as a JPEG file. */
  static byte[] jpeg(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(ImageIO.read(new ByteArrayInputStream(file(name))), "jpg", out);
    } catch (IOException failed) {
      throw new Failure(ErrorCode.INTERNAL, "sample " + name + " cannot be saved anew", failed);
    }
    return out.toByteArray();
  }
}
