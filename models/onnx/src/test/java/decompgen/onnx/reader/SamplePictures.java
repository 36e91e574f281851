package decompgen.onnx.reader;

import static java.util.Objects.requireNonNull;

import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.onnx.repository.Preprocessing.Channels;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Pictures drawn for these tests, with DejaVu Sans; files, since machines without fonts test too.
 */
final class SamplePictures {
  /** As the recogniser takes pixels: blue first, in [-1,1]. */
  static final Planes PLANES = new Planes(Channels.BGR, List.of(.5, .5, .5), List.of(.5, .5, .5));

  private SamplePictures() {}

  /** 480 by 360: a red sign, white STOP. */
  static Picture stop() {
    return picture("stop.png");
  }

  /** 480 by 240: "Open 24 hours" above "Fresh coffee". */
  static Picture twoLines() {
    return picture("two-lines.png");
  }

  /** 640 by 480: "No parking here" in letters of 14 pixels. */
  static Picture small() {
    return picture("small.png");
  }

  /** 400 by 300: a yellow disc before a gradient. */
  static Picture noText() {
    return picture("no-text.png");
  }

  static Picture grey(int widthPixels, int heightPixels) {
    byte[] rgb = new byte[widthPixels * heightPixels * 3];
    Arrays.fill(rgb, (byte) 128);
    return new Picture(PictureId.of(rgb), widthPixels, heightPixels, rgb);
  }

  /** Clockwise: the left side comes to the top. */
  static Picture quarterTurned(Picture picture) {
    int width = picture.heightPixels(), height = picture.widthPixels();
    byte[] rgb = new byte[picture.rgb().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = ((width - 1 - x) * height + y) * 3;
        System.arraycopy(picture.rgb(), from, rgb, (y * width + x) * 3, 3);
      }
    }
    return new Picture(PictureId.of(rgb), width, height, rgb);
  }

  static Picture halfTurned(Picture picture) {
    return quarterTurned(quarterTurned(picture));
  }

  private static Picture picture(String file) {
    try (InputStream in = requireNonNull(SamplePictures.class.getResourceAsStream(file), file)) {
      byte[] bytes = in.readAllBytes();
      return picture(bytes, ImageIO.read(new ByteArrayInputStream(bytes)));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Picture picture(byte[] bytes, BufferedImage image) {
    byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
    int at = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int pixel = image.getRGB(x, y);
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    return new Picture(PictureId.of(bytes), image.getWidth(), image.getHeight(), rgb);
  }
}
