package decompgen.loadtests.claims;

import static java.awt.image.BufferedImage.TYPE_3BYTE_BGR;

import decompgen.domain.picture.Picture;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * A photo in a page: upright, scaled down, inside the page as a data URI.
 *
 * @param id by which places in the page refer to it
 */
public record ShownPhoto(String id, String name, int width, int height, String uri) {
  private static final double LONGER_SIDE_PIXELS = 640;

  static ShownPhoto of(String id, String name, Picture picture) {
    int longer = Math.max(picture.widthPixels(), picture.heightPixels());
    double scale = Math.min(1, LONGER_SIDE_PIXELS / longer);
    int width = Math.max(1, (int) Math.round(picture.widthPixels() * scale));
    int height = Math.max(1, (int) Math.round(picture.heightPixels() * scale));
    BufferedImage shown = new BufferedImage(width, height, TYPE_3BYTE_BGR);
    Graphics2D pen = shown.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image(picture), 0, 0, width, height, null);
    pen.dispose();
    return new ShownPhoto(id, name, width, height, uri(shown));
  }

  private static BufferedImage image(Picture picture) {
    int width = picture.widthPixels();
    BufferedImage image = new BufferedImage(width, picture.heightPixels(), TYPE_3BYTE_BGR);
    byte[] rgb = picture.rgb();
    for (int i = 0; i < rgb.length; i += 3) {
      int pixel = (rgb[i] & 255) << 16 | (rgb[i + 1] & 255) << 8 | rgb[i + 2] & 255;
      image.setRGB(i / 3 % width, i / 3 / width, pixel);
    }
    return image;
  }

  private static String uri(BufferedImage image) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "jpeg", jpeg)) throw new IOException("no JPEG encoder");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray());
  }
}
