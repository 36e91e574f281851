package decompgen.server.e2e;

import decompgen.server.assembly.Sample;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Images that no server has seen before. */
final class Photos {
  private static final AtomicInteger NUMBER = new AtomicInteger((int) System.nanoTime());
  private static final int PAGE_PIXELS = 2400;
  private static final int DOT_PIXELS = 5;
  private static final String LINE = "TELL THE HOTEL TO HOLD THE LOT TO THE LEFT";

  /** Seven rows of five dots each; drawn here, since not every machine has fonts. */
  private static final Map<Character, int[]> LETTERS =
      Map.of(
          'T', new int[] {0b11111, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100, 0b00100},
          'E', new int[] {0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111},
          'L', new int[] {0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b10000, 0b11111},
          'H', new int[] {0b10001, 0b10001, 0b10001, 0b11111, 0b10001, 0b10001, 0b10001},
          'O', new int[] {0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110},
          'D', new int[] {0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110},
          'F', new int[] {0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b10000});

  private Photos() {}

  /** A cup of coffee, one pixel of it another than in every earlier one. */
  static byte[] coffee() {
    try {
      return fresh(ImageIO.read(new ByteArrayInputStream(Sample.COFFEE.image())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A large page full of text, which keeps a reader busy for seconds. */
  static byte[] page() {
    BufferedImage page = new BufferedImage(PAGE_PIXELS, PAGE_PIXELS, BufferedImage.TYPE_3BYTE_BGR);
    page.createGraphics().fillRect(0, 0, PAGE_PIXELS, PAGE_PIXELS);
    for (int top = 60; top < PAGE_PIXELS - 60; top += 14 * DOT_PIXELS) write(page, top);
    return fresh(page);
  }

  private static void write(BufferedImage page, int top) {
    for (int i = 0; i < LINE.length(); i++) {
      int[] rows = LETTERS.getOrDefault(LINE.charAt(i), new int[7]);
      for (int row = 0; row < rows.length; row++)
        for (int column = 0; column < 5; column++)
          if ((rows[row] >> (4 - column) & 1) == 1)
            dot(page, 60 + (6 * i + column) * DOT_PIXELS, top + row * DOT_PIXELS);
    }
  }

  private static void dot(BufferedImage page, int left, int top) {
    for (int y = top; y < top + DOT_PIXELS; y++)
      for (int x = left; x < left + DOT_PIXELS; x++) page.setRGB(x, y, 0);
  }

  private static byte[] fresh(BufferedImage image) {
    image.setRGB(0, 0, NUMBER.incrementAndGet() & 0xffffff);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
