package decompgen.onnx.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A file format that can be decoded, known by its first bytes and never by a name. */
public enum ImageFormat {
  JPEG("JPEG"),
  PNG("PNG"),
  WEBP("WebP"),
  GIF("GIF"),
  BMP("BMP");

  private final String title;

  ImageFormat(String title) {
    this.title = title;
  }

  /** The name for people. */
  public String title() {
    return title;
  }

  static Optional<ImageFormat> of(byte[] uploaded) {
    return Arrays.stream(values()).filter(format -> format.begins(uploaded)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    return switch (this) {
      case JPEG -> has(bytes, 0, "\u00ff\u00d8\u00ff");
      case PNG -> has(bytes, 0, "\u0089PNG\r\n\u001a\n");
      case WEBP -> has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP");
      case GIF -> has(bytes, 0, "GIF87a") || has(bytes, 0, "GIF89a");
      // two letters would let a text through: the size of the header that follows must be one of a
      // BMP
      case BMP -> has(bytes, 0, "BM") && bytes.length > 17 && bytes[14] >= 12 && bytes[15] == 0;
    };
  }

  private static boolean has(byte[] bytes, int at, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= at + expected.length
        && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }
}
