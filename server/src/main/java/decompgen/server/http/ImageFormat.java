package decompgen.server.http;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;

/** An image format that the server reads, known by its first bytes. */
enum ImageFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp"),
  GIF("image/gif"),
  BMP("image/bmp");

  private final String mediaType;

  ImageFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** The format of the bytes; IMAGE_FORMAT_UNKNOWN when it is none of these. */
  static ImageFormat of(byte[] bytes) {
    for (ImageFormat format : values()) if (format.matches(bytes)) return format;
    throw new Failure(
        ErrorCode.IMAGE_FORMAT_UNKNOWN,
        "The bytes are no JPEG, PNG, WebP, GIF or BMP: convert the image to one of them.");
  }

  private boolean matches(byte[] bytes) {
    return switch (this) {
      case JPEG -> starts(bytes, 0, 0xFF, 0xD8, 0xFF);
      case PNG -> starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
      case WEBP -> starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P');
      case GIF -> starts(bytes, 0, 'G', 'I', 'F', '8');
      case BMP -> starts(bytes, 0, 'B', 'M');
    };
  }

  private static boolean starts(byte[] bytes, int from, int... magic) {
    if (bytes.length < from + magic.length) return false;
    for (int i = 0; i < magic.length; i++) if ((bytes[from + i] & 0xFF) != magic[i]) return false;
    return true;
  }
}
