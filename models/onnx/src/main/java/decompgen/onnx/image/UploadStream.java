package decompgen.onnx.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * An upload as ImageIO reads it: from memory, without a copy. Decoders that take the end of a file
 * for zeros, as WebP's does, go on for minutes there; so the end is shown a few times and then is
 * an error.
 */
final class UploadStream extends ImageInputStreamImpl {
  private static final int ENDS_SHOWN = 100;

  private final byte[] bytes;
  private int ends;

  UploadStream(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (streamPos >= bytes.length) return end();
    return bytes[(int) streamPos++] & 255;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    bitOffset = 0;
    if (length == 0) return 0;
    if (streamPos >= bytes.length) return end();
    int count = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  private int end() throws IOException {
    if (++ends > ENDS_SHOWN) throw new IOException("more bytes are needed than there are");
    return -1;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
