package decompgen.onnx.image;

import decompgen.domain.picture.ImageFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one thing wanted of EXIF: the orientation. Reads the TIFF block (TIFF 6.0, section 2) where
 * JPEG, PNG and WebP keep it. Broken EXIF is no EXIF: nothing here throws.
 */
final class Exif {
  private static final int ORIENTATION_TAG = 0x0112;
  private static final int SHORT_TYPE = 3;

  private Exif() {}

  static Orientation orientation(ImageFormat format, byte[] uploaded) {
    ByteBuffer file = ByteBuffer.wrap(uploaded);
    try {
      return switch (format) {
        case JPEG -> inJpeg(file);
        case PNG -> inPng(file);
        case WEBP -> inWebp(file);
        case GIF, BMP -> Orientation.UPRIGHT;
      };
    } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
      return Orientation.UPRIGHT;
    }
  }

  /** Segments FF, marker, length (2 bytes, itself included), until the scan begins. */
  private static Orientation inJpeg(ByteBuffer file) {
    int at = 2;
    while ((file.get(at) & 255) == 0xff) {
      int marker = file.get(at + 1) & 255;
      if (marker == 0xff) at++; // a fill byte
      else if (marker == 0xda || marker == 0xd9) break;
      else {
        int length = file.getShort(at + 2) & 0xffff;
        if (marker == 0xe1 && has(file, at + 4, "Exif\0\0"))
          return inTiff(file.slice(at + 10, length - 8));
        at += 2 + length;
      }
    }
    return Orientation.UPRIGHT;
  }

  /** Chunks length, name, data, CRC. */
  private static Orientation inPng(ByteBuffer file) {
    for (int at = 8; !has(file, at + 4, "IEND"); at += 12 + sized(file.getInt(at)))
      if (has(file, at + 4, "eXIf")) return inTiff(file.slice(at + 8, file.getInt(at)));
    return Orientation.UPRIGHT;
  }

  /** Chunks name, length (little endian), data, padded to even. */
  private static Orientation inWebp(ByteBuffer file) {
    file.order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 12; ; ) {
      int length = sized(file.getInt(at + 4));
      if (has(file, at, "EXIF")) {
        int prefix = has(file, at + 8, "Exif\0\0") ? 6 : 0; // some writers keep JPEG's prefix
        return inTiff(file.slice(at + 8 + prefix, length - prefix));
      }
      at += 8 + length + (length & 1);
    }
  }

  private static Orientation inTiff(ByteBuffer tiff) {
    if (has(tiff, 0, "II*\0")) tiff.order(ByteOrder.LITTLE_ENDIAN);
    else if (!has(tiff, 0, "MM\0*")) return Orientation.UPRIGHT;
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (tiff.getShort(entry) == ORIENTATION_TAG && tiff.getShort(entry + 2) == SHORT_TYPE)
        return Orientation.ofExif(tiff.getShort(entry + 8));
    }
    return Orientation.UPRIGHT;
  }

  /** A length that cannot send the search backwards. */
  private static int sized(int length) {
    if (length < 0) throw new IllegalArgumentException("length: " + length);
    return length;
  }

  private static boolean has(ByteBuffer file, int at, String text) {
    for (int i = 0; i < text.length(); i++) if (file.get(at + i) != text.charAt(i)) return false;
    return true;
  }
}
