package decompgen.domain.picture;

import decompgen.domain.hash.Sha256;
import java.util.regex.Pattern;

/**
 * Identity of a picture: SHA-256 of the uploaded bytes, written {@code sha256:} and 64 lower-case
 * hex digits.
 */
public record PictureId(String value) {
  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  public PictureId {
    if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("picture id: " + value);
  }

  public static PictureId of(byte[] uploaded) {
    return new PictureId("sha256:" + Sha256.hex(uploaded));
  }

  /** The 64 hex digits alone: a file name that no client can bend. */
  public String hex() {
    return value.substring("sha256:".length());
  }

  @Override
  public String toString() {
    return value;
  }
}
