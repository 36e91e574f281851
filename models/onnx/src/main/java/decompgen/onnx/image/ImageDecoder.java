package decompgen.onnx.image;

import static java.util.Objects.requireNonNull;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.ImageFormat;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.picture.PictureId;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEG, PNG, WebP, GIF and BMP. The size in the file's header is checked before any pixel
 * is allocated; nothing is written to disk. Safe for use by several threads.
 */
public final class ImageDecoder implements PictureDecoder {
  static {
    System.setProperty("java.awt.headless", "true");
    ImageIO.setUseCache(false);
  }

  /** Scans that a picture of the largest size may have; smaller ones may have more. */
  private static final long USUAL_SCANS = 16;

  private final ImageLimits limits;

  public ImageDecoder(ImageLimits limits) {
    this.limits = requireNonNull(limits, "limits");
  }

  @Override
  public Picture decode(byte[] uploaded) {
    if (uploaded.length == 0) throw unreadable("The upload has no bytes: attach the image.", null);
    if (uploaded.length > limits.bytes())
      throw tooLarge(
          "The image has %,d bytes, at most %,d are accepted: send a smaller or more compressed one."
              .formatted(uploaded.length, limits.bytes()));
    ImageFormat format = ImageFormat.of(uploaded);
    try {
      return read(format, uploaded);
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof Failure failure) throw failure;
      throw damaged(format, broken);
    } catch (OutOfMemoryError lyingOrHuge) {
      // one allocation that did not fit: the heap is as it was before
      throw new Failure(
          ErrorCode.IMAGE_TOO_LARGE,
          "The %s image needs more memory than there is: scale it down.".formatted(format.title()),
          lyingOrHuge);
    }
  }

  private Picture read(ImageFormat format, byte[] uploaded) throws IOException {
    if (format == ImageFormat.WEBP) WebpChunks.requireWhole(uploaded);
    ImageReader reader = reader(format);
    try (UploadStream stream = new UploadStream(uploaded)) {
      reader.setInput(stream, true, true);
      requireFit(format, reader.getWidth(0), reader.getHeight(0));
      if (format == ImageFormat.JPEG) requireFewScans(uploaded, reader);
      Damage damage = new Damage();
      reader.addIIOReadWarningListener(damage);
      BufferedImage image = reader.read(0);
      damage.requireNone();
      return upright(image, Exif.orientation(format, uploaded), PictureId.of(uploaded));
    } finally {
      reader.dispose();
    }
  }

  private void requireFit(ImageFormat format, int width, int height) throws IOException {
    if (!(width > 0 && height > 0)) throw new IOException("it is " + width + "x" + height);
    if ((long) width * height > limits.pixels())
      throw tooLarge(
          "The %s image is %dx%d, at most %,d pixels are accepted: scale it down."
              .formatted(format.title(), width, height, limits.pixels()));
  }

  /** A progressive JPEG may paint its pixels thousands of times; ten times is usual. */
  private void requireFewScans(byte[] uploaded, ImageReader reader) throws IOException {
    long scans = 0;
    for (int i = 0; i < uploaded.length - 1; i++)
      if ((uploaded[i] & 255) == 0xff && (uploaded[i + 1] & 255) == 0xda) scans++;
    if (scans * reader.getWidth(0) * reader.getHeight(0) > USUAL_SCANS * limits.pixels())
      throw tooLarge(
          "The JPEG image paints its pixels %,d times: save it anew, not progressive."
              .formatted(scans));
  }

  private static Picture upright(BufferedImage image, Orientation orientation, PictureId id) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = orientation.upright(RgbPixels.of(image), width, height);
    return orientation.swapped()
        ? new Picture(id, height, width, rgb)
        : new Picture(id, width, height, rgb);
  }

  /** The plug-in for a format; JPEG's is not the JDK's, which knows no CMYK. */
  private static ImageReader reader(ImageFormat format) throws IOException {
    return switch (format) {
      case JPEG -> registered(JPEGImageReaderSpi.class);
      case WEBP -> registered(WebPImageReaderSpi.class);
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case GIF -> ImageIO.getImageReadersByFormatName("gif").next();
      case BMP -> ImageIO.getImageReadersByFormatName("bmp").next();
    };
  }

  private static ImageReader registered(Class<? extends ImageReaderSpi> plugin) throws IOException {
    return IIORegistry.getDefaultInstance()
        .getServiceProviderByClass(plugin)
        .createReaderInstance();
  }

  private static Failure damaged(ImageFormat format, Throwable cause) {
    return unreadable(
        "The %s image is damaged or breaks off (%s): send the whole file, or save it anew."
            .formatted(format.title(), cause.getMessage()),
        cause);
  }

  private static Failure unreadable(String message, @Nullable Throwable cause) {
    return new Failure(ErrorCode.IMAGE_UNREADABLE, message, cause);
  }

  private static Failure tooLarge(String message) {
    return new Failure(ErrorCode.IMAGE_TOO_LARGE, message);
  }
}
