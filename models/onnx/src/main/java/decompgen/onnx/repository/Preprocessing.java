package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import decompgen.onnx.image.Interpolation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a picture before a model sees it.
 *
 * @param pixels side of the resized picture: its height ({@code height}), the most its longer side
 *     may have ({@code longest-side}); absent for {@code stretch}, where the tensor's shape says it
 * @param multipleOf both sides are rounded to multiples of it, 1 when absent
 * @param mean subtracted from each channel, in the tensor's channel order, of values in [0,1];
 *     absent with {@code std} when the model takes raw values 0..255
 * @param std divides each channel after the mean
 */
public record Preprocessing(
    Resize resize,
    Interpolation interpolation,
    Channels channels,
    @Nullable Integer pixels,
    @Nullable Integer multipleOf,
    @Nullable List<Double> mean,
    @Nullable List<Double> std) {

  /** Which size a picture gets. */
  public enum Resize {
    /** The tensor's width and height, whatever becomes of the proportions. */
    @JsonProperty("stretch")
    STRETCH,
    /** Proportions kept, the longer side limited. */
    @JsonProperty("longest-side")
    LONGEST_SIDE,
    /** Proportions kept, the height fixed. */
    @JsonProperty("height")
    HEIGHT
  }

  /** Order of the colours. */
  public enum Channels {
    RGB,
    BGR
  }

  public Preprocessing {
    requireNonNull(resize, "resize is missing");
    requireNonNull(interpolation, "interpolation is missing");
    requireNonNull(channels, "channels is missing");
    if ((resize == Resize.STRETCH) != (pixels == null))
      throw new IllegalArgumentException("pixels: give it for longest-side and height only");
    if (pixels != null && !(pixels > 0)) throw new IllegalArgumentException("pixels: " + pixels);
    if (multipleOf != null && !(multipleOf > 0))
      throw new IllegalArgumentException("multiple-of: " + multipleOf);
    mean = threeOrNone("mean", mean);
    std = threeOrNone("std", std);
    if ((mean == null) != (std == null))
      throw new IllegalArgumentException("mean and std: give both or neither");
  }

  private static @Nullable List<Double> threeOrNone(String key, @Nullable List<Double> values) {
    if (values == null) return null;
    if (values.size() != 3)
      throw new IllegalArgumentException(key + ": " + values + " is not one for each channel");
    return List.copyOf(values);
  }
}
