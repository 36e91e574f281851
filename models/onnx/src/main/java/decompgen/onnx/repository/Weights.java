package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the ONNX file is, and its SHA-256.
 *
 * @param file name beside model.yaml; absent when the class path carries it
 * @param resource path on the class path; absent when it is a file
 * @param sha256 64 lower-case hex digits
 */
public record Weights(@Nullable String file, @Nullable String resource, String sha256) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  public Weights {
    requireNonNull(sha256, "sha256 is missing");
    if ((file == null) == (resource == null))
      throw new IllegalArgumentException("give either file or resource");
    if (file != null && !NAME.matcher(file).matches())
      throw new IllegalArgumentException("file: " + file + " is no plain file name");
    if (!HASH.matcher(sha256).matches())
      throw new IllegalArgumentException("sha256: " + sha256 + " is not 64 lower-case hex digits");
  }
}
