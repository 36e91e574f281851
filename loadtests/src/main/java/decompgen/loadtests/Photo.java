package decompgen.loadtests;

import decompgen.server.assembly.Sample;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

/** The sample photo of a cup of coffee at 640 x 480, as JPEG files that no cache knows. */
final class Photo {
  static final String RESPONSE = Sample.COFFEE.response();

  private static final int WIDTH_PIXELS = 640;
  private static final int HEIGHT_PIXELS = 480;
  private static final int CORNER_PIXELS = 8;

  /** Spreads successive numbers over all colours (2^24 divided by the golden ratio, odd). */
  private static final int STRIDE = 10_368_889;

  private static final BufferedImage RESIZED = resized();
  private static final byte[] ENCODED = encoded(RESIZED);
  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

  private Photo() {}

  /** A file whose corner, one block of JPEG's, has a colour of its own. */
  static synchronized byte[] withOtherPixels() {
    Graphics2D pen = RESIZED.createGraphics();
    pen.setColor(new Color((int) (NUMBER.incrementAndGet() * STRIDE) & 0xffffff));
    pen.fillRect(0, 0, CORNER_PIXELS, CORNER_PIXELS);
    pen.dispose();
    return encoded(RESIZED);
  }

  /** The same pixels in a file of its own, made in no time: a JPEG comment counts. */
  static byte[] withOtherBytes() {
    ByteBuffer file = ByteBuffer.allocate(ENCODED.length + 12);
    file.put(ENCODED, 0, 2);
    file.putShort((short) 0xfffe).putShort((short) 10).putLong(NUMBER.incrementAndGet());
    file.put(ENCODED, 2, ENCODED.length - 2);
    return file.array();
  }

  private static BufferedImage resized() {
    try {
      BufferedImage sample = ImageIO.read(new ByteArrayInputStream(Sample.COFFEE.image()));
      BufferedImage photo =
          new BufferedImage(WIDTH_PIXELS, HEIGHT_PIXELS, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D pen = photo.createGraphics();
      pen.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      pen.drawImage(sample, 0, 0, WIDTH_PIXELS, HEIGHT_PIXELS, null);
      pen.dispose();
      return photo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encoded(BufferedImage photo) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(photo, "jpeg", jpeg)) throw new IOException("no JPEG encoder");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jpeg.toByteArray();
  }
}
