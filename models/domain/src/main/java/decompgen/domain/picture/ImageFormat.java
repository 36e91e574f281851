package decompgen.domain.picture;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** A file format that can be decoded, known by its first bytes and never by a name. */
public enum ImageFormat {
  JPEG("JPEG", "image/jpeg"),
  PNG("PNG", "image/png"),
  WEBP("WebP", "image/webp"),
  GIF("GIF", "image/gif"),
  BMP("BMP", "image/bmp");

  private final String title;
  private final String mediaType;

  ImageFormat(String title, String mediaType) {
    this.title = title;
    this.mediaType = mediaType;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  public String mediaType() {
    return mediaType;
  }

  /**
   * The format of an uploaded file.
   *
   * @throws Failure IMAGE_FORMAT_UNKNOWN when it is none of these
   */
  public static ImageFormat of(byte[] uploaded) {
    return Arrays.stream(values())
        .filter(format -> format.begins(uploaded))
        .findFirst()
        .orElseThrow(() -> unknown(uploaded));
  }

  private boolean begins(byte[] bytes) {
    return switch (this) {
      case JPEG -> has(bytes, 0, "\u00ff\u00d8\u00ff");
      case PNG -> has(bytes, 0, "\u0089PNG\r\n\u001a\n");
      case WEBP -> has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP");
      case GIF -> has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a");
      // two letters would let a text through: the size of the header that follows must be a BMP's
      case BMP -> has(bytes, 0, "BM") && bytes.length > 17 && bytes[14] >= 12 && bytes[15] == 0;
    };
  }

  private static boolean has(byte[] bytes, int at, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + expected.length
        && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }

  private static Failure unknown(byte[] uploaded) {
    String beginning =
        HexFormat.ofDelimiter(" ").formatHex(uploaded, 0, Math.min(8, uploaded.length));
    return new Failure(
        ErrorCode.IMAGE_FORMAT_UNKNOWN,
        "The upload begins with %s, which is none of JPEG, PNG, WebP, GIF and BMP: convert it to one of them."
            .formatted(beginning));
  }
}
