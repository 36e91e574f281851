package decompgen.torch.train;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.Loader;

/** Versions of what computes. */
final class Versions {
  private Versions() {}

  static Map<String, String> now() {
    Package program = Versions.class.getPackage();
    String own = program.getImplementationVersion();
    Map<String, String> versions = new TreeMap<>();
    versions.put("decompgen", own == null ? "development" : own);
    versions.put("libtorch", libtorch());
    versions.put("java", Runtime.version().toString());
    return versions;
  }

  /** The binding's version, which begins with libtorch's. */
  private static String libtorch() {
    try {
      return Loader.getVersion("org.bytedeco", "pytorch");
    } catch (IOException untold) {
      return "unknown";
    }
  }
}
