package decompgen.torch.image;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.Resampling;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns pictures into what a vision tower takes, equal to transformers' {@code CLIPImageProcessor}
 * and {@code LlavaImageProcessor} on Pillow, to the last bit: pad, resize, crop the centre,
 * normalise.
 *
 * @param padded whether a picture is first laid on a square of the mean colour, as the original
 *     LLaVA-1.5 does ({@code image_aspect_ratio: pad}, here {@code do_pad})
 * @param resize absent: keep the size
 * @param crop absent: keep all; what it takes beyond the picture is black
 */
public record ImageProcessor(
    boolean padded,
    @Nullable TargetSize resize,
    Resampling resampling,
    TargetSize.@Nullable Exact crop,
    Levels levels) {
  private static final long MOST_PIXELS = 1L << 27;

  /**
   * The processor of a checkpoint's folder, from preprocessor_config.json or the {@code
   * image_processor} of processor_config.json.
   *
   * @throws Failure MODEL_UNREADABLE, naming file and key
   */
  public static ImageProcessor read(Path folder) {
    return ProcessorConfig.read(folder);
  }

  /** Both sides stretched to so many pixels, CLIP's normalisation: Qwen-VL's. */
  public static ImageProcessor square(int sidePixels) {
    TargetSize.Exact size = new TargetSize.Exact(sidePixels, sidePixels);
    return new ImageProcessor(false, size, Resampling.BICUBIC, null, Levels.CLIP);
  }

  /**
   * @throws Failure IMAGE_TOO_LARGE when the picture, laid on its square or resized, has more than
   *     134 million pixels, as a long strip has
   */
  public PixelValues process(Picture picture) {
    Picture resized = resized(padded ? onSquare(picture) : picture);
    TargetSize.Exact out = crop == null ? whole(resized) : crop;
    requireBounded(picture, out.widthPixels(), out.heightPixels());
    return normalised(resized, out);
  }

  private static void requireBounded(Picture picture, int width, int height) {
    if ((long) width * height <= MOST_PIXELS) return;
    throw new Failure(
        ErrorCode.IMAGE_TOO_LARGE,
        "the image of %dx%d would become %dx%d for the vision tower; crop it first"
            .formatted(picture.widthPixels(), picture.heightPixels(), width, height));
  }

  private static TargetSize.Exact whole(Picture picture) {
    return new TargetSize.Exact(picture.heightPixels(), picture.widthPixels());
  }

  private Picture onSquare(Picture picture) {
    int width = picture.widthPixels();
    int height = picture.heightPixels();
    int side = Math.max(width, height);
    if (width == height) return picture;
    requireBounded(picture, side, side);
    byte[] square = new byte[3 * side * side];
    for (int i = 0; i < square.length; i++) square[i] = levels.padding(i % 3);
    int at = 3 * ((side - height) / 2 * side + (side - width) / 2);
    for (int y = 0; y < height; y++, at += 3 * side)
      System.arraycopy(picture.rgb(), 3 * y * width, square, at, 3 * width);
    return new Picture(picture.id(), side, side, square);
  }

  private Picture resized(Picture picture) {
    if (resize == null) return picture;
    int width = resize.width(picture);
    int height = resize.height(picture);
    requireBounded(picture, width, height);
    byte[] rgb = resampling.resize(picture, Crop.whole(picture), width, height);
    return new Picture(picture.id(), width, height, rgb);
  }

  private PixelValues normalised(Picture picture, TargetSize.Exact out) {
    int left = Math.floorDiv(picture.widthPixels() - out.widthPixels(), 2);
    int top = Math.floorDiv(picture.heightPixels() - out.heightPixels(), 2);
    int plane = out.heightPixels() * out.widthPixels();
    float[] values = new float[3 * plane];
    for (int colour = 0; colour < 3; colour++) {
      float[] level = levels.of(colour);
      Arrays.fill(values, colour * plane, (colour + 1) * plane, level[0]);
      for (int y = Math.max(0, -top);
          y < Math.min(out.heightPixels(), picture.heightPixels() - top);
          y++)
        for (int x = Math.max(0, -left);
            x < Math.min(out.widthPixels(), picture.widthPixels() - left);
            x++)
          values[colour * plane + y * out.widthPixels() + x] =
              level[
                  picture.rgb()[3 * ((y + top) * picture.widthPixels() + x + left) + colour] & 255];
    }
    return new PixelValues(values, out.heightPixels(), out.widthPixels());
  }
}
