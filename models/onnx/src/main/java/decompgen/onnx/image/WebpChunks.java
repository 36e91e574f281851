package decompgen.onnx.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The chunks of a WebP file (RIFF: name, little-endian length, data padded to even). The decoder
 * behind believes their lengths and reads for minutes past the end of a file that lies.
 */
final class WebpChunks {
  /** Frame rectangle and duration, before the frame's own chunks. */
  private static final int FRAME_HEADER_BYTES = 16;

  private final ByteBuffer file;

  private WebpChunks(byte[] uploaded) {
    this.file = ByteBuffer.wrap(uploaded).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @throws IOException when a chunk does not lie inside the file or inside its frame
   */
  static void requireWhole(byte[] uploaded) throws IOException {
    WebpChunks chunks = new WebpChunks(uploaded);
    int end = chunks.inside(4, uploaded.length);
    chunks.requireWhole(12, end);
  }

  private void requireWhole(int from, int end) throws IOException {
    for (int at = from; at < end; ) {
      int data = at + 8;
      int next = inside(at + 4, end);
      if (name(at).equals("ANMF")) requireWhole(data + FRAME_HEADER_BYTES, next);
      at = next + (next - data & 1);
    }
  }

  /** The end of the data whose length is written there. */
  private int inside(int lengthAt, int end) throws IOException {
    if (lengthAt + 4 > end) throw new IOException("it ends inside a chunk's header");
    long dataEnd = lengthAt + 4 + Integer.toUnsignedLong(file.getInt(lengthAt));
    if (dataEnd > end) throw new IOException("a chunk needs " + (dataEnd - end) + " more bytes");
    return (int) dataEnd;
  }

  private String name(int at) {
    return new String(file.array(), at, 4, StandardCharsets.ISO_8859_1);
  }
}
