package decompgen.onnx.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * The pixels of a decoded image as red, green, blue bytes on white; the image itself is used up.
 * Grey values are taken as they are: Java's colour model for grey would brighten them, since it
 * holds them for linear light.
 */
final class RgbPixels {
  private final int width;
  private final int height;
  private final byte[] rgb;

  private RgbPixels(int width, int height) {
    this.width = width;
    this.height = height;
    this.rgb = new byte[3 * width * height];
  }

  static byte[] of(BufferedImage decoded) {
    BufferedImage image = inSrgb(decoded);
    Raster raster = image.getRaster();
    if (reusable(image)) return reused(raster);
    RgbPixels pixels = new RgbPixels(image.getWidth(), image.getHeight());
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) pixels.look(raster, palette);
    else if (raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data
        && !colours.isAlphaPremultiplied()) pixels.copy(raster, model, data);
    else pixels.sample(raster, colours);
    return pixels.rgb;
  }

  /** Converts what is neither grey nor sRGB, such as photos with a wider gamut. */
  private static BufferedImage inSrgb(BufferedImage image) {
    ColorSpace space = image.getColorModel().getColorSpace();
    if (space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY) return image;
    int type =
        image.getColorModel().hasAlpha()
            ? BufferedImage.TYPE_4BYTE_ABGR
            : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), type);
    return new ColorConvertOp(null).filter(image, converted);
  }

  /** Whether the image's own bytes are three colours, pixel after pixel, and nothing else. */
  private static boolean reusable(BufferedImage image) {
    Raster raster = image.getRaster();
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data
        && model.getNumBands() == 3
        && model.getPixelStride() == 3
        && model.getScanlineStride() == 3 * image.getWidth()
        && data.getData().length == 3 * image.getWidth() * image.getHeight();
  }

  /** Most photos come as blue, green, red: swapped where they lie, they need no second array. */
  private static byte[] reused(Raster raster) {
    byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
    int[] offsets = ((PixelInterleavedSampleModel) raster.getSampleModel()).getBandOffsets();
    if (offsets[0] == 0) return bytes;
    for (int i = 0; i < bytes.length; i += 3) {
      byte blue = bytes[i];
      bytes[i] = bytes[i + 2];
      bytes[i + 2] = blue;
    }
    return bytes;
  }

  private void look(Raster raster, IndexColorModel palette) {
    int[] argb = new int[palette.getMapSize()];
    palette.getRGBs(argb);
    int[] row = new int[width];
    for (int y = 0, at = 0; y < height; y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++, at += 3) {
        int colour = row[x] < argb.length ? argb[row[x]] : 0xff000000;
        put(at, colour >> 16 & 255, colour >> 8 & 255, colour & 255, colour >>> 24);
      }
    }
  }

  /** The common case, straight from the bytes: grey, grey + alpha, colours, colours + alpha. */
  private void copy(Raster raster, PixelInterleavedSampleModel model, DataBufferByte data) {
    byte[] bytes = data.getData();
    int[] offsets = model.getBandOffsets();
    int bands = offsets.length;
    int green = bands < 3 ? 0 : 1;
    int blue = bands < 3 ? 0 : 2;
    boolean alpha = bands % 2 == 0;
    int start =
        data.getOffset()
            - raster.getSampleModelTranslateY() * model.getScanlineStride()
            - raster.getSampleModelTranslateX() * model.getPixelStride();
    for (int y = 0, at = 0; y < height; y++) {
      int from = start + y * model.getScanlineStride();
      for (int x = 0; x < width; x++, at += 3, from += model.getPixelStride()) {
        if (!alpha) {
          rgb[at] = bytes[from + offsets[0]];
          rgb[at + 1] = bytes[from + offsets[green]];
          rgb[at + 2] = bytes[from + offsets[blue]];
        } else
          put(
              at,
              bytes[from + offsets[0]] & 255,
              bytes[from + offsets[green]] & 255,
              bytes[from + offsets[blue]] & 255,
              bytes[from + offsets[bands - 1]] & 255);
      }
    }
  }

  /** Any layout and depth, sample by sample; the bands may have different depths. */
  private void sample(Raster raster, ColorModel colours) {
    int bands = raster.getNumBands();
    int green = bands < 3 ? 0 : 1;
    int blue = bands < 3 ? 0 : 2;
    int[] most = most(colours);
    int[] row = new int[width * bands];
    for (int y = 0, at = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += bands, at += 3) {
        int alpha = bands % 2 == 0 ? eight(row[from + bands - 1], most[bands - 1]) : 255;
        int share = colours.isAlphaPremultiplied() && alpha > 0 ? alpha : 255;
        put(
            at,
            unmultiplied(eight(row[from], most[0]), share),
            unmultiplied(eight(row[from + green], most[green]), share),
            unmultiplied(eight(row[from + blue], most[blue]), share),
            alpha);
      }
    }
  }

  private static int[] most(ColorModel colours) {
    return Arrays.stream(colours.getComponentSize()).map(bits -> (1 << bits) - 1).toArray();
  }

  private static int unmultiplied(int value, int alpha) {
    return Math.min(255, (value * 255 + alpha / 2) / alpha);
  }

  private static int eight(int value, int most) {
    return (int) ((value * 255L + most / 2) / most);
  }

  /** Lays a colour onto white. */
  private void put(int at, int red, int green, int blue, int alpha) {
    rgb[at] = onWhite(red, alpha);
    rgb[at + 1] = onWhite(green, alpha);
    rgb[at + 2] = onWhite(blue, alpha);
  }

  private static byte onWhite(int value, int alpha) {
    return (byte) (255 - ((255 - value) * alpha + 127) / 255);
  }
}
