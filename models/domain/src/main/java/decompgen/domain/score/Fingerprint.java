package decompgen.domain.score;

import decompgen.domain.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What made a score: versions of decomposer, vocabulary, experts and rules. Scores compare only
 * under one fingerprint.
 */
public record Fingerprint(String value) {
  /** Sixteen hex digits of the SHA-256 of the versions, in order. */
  public static Fingerprint of(List<String> versions) {
    byte[] joined = String.join("\n", versions).getBytes(StandardCharsets.UTF_8);
    return new Fingerprint(Sha256.hex(joined).substring(0, 16));
  }

  @Override
  public String toString() {
    return value;
  }
}
