package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input or output of a model.
 *
 * @param shape sizes from the outermost, −1 where the size varies
 * @param layout order of the dimensions of an image; absent for other tensors
 */
public record TensorSpec(String name, Type type, List<Integer> shape, @Nullable Layout layout) {

  /** What the values are. */
  public enum Type {
    @JsonProperty("uint8")
    UINT8,
    @JsonProperty("float32")
    FLOAT32,
    @JsonProperty("int64")
    INT64
  }

  /** Order of batch, channels, height, width. */
  public enum Layout {
    NHWC,
    NCHW
  }

  public TensorSpec {
    requireNonNull(name, "name is missing");
    requireNonNull(type, "type is missing");
    shape = List.copyOf(requireNonNull(shape, "shape is missing"));
    if (!shape.stream().allMatch(size -> size > 0 || size == -1))
      throw new IllegalArgumentException("shape: " + shape + "; sizes are positive, or -1");
    if (layout != null && shape.size() != 4)
      throw new IllegalArgumentException("layout: " + layout + " needs 4 sizes in shape");
  }

  /** Height of an image tensor in pixels, −1 when it varies. */
  public int heightPixels() {
    return shape.get(imageLayout() == Layout.NHWC ? 1 : 2);
  }

  /** Width of an image tensor in pixels, −1 when it varies. */
  public int widthPixels() {
    return shape.get(imageLayout() == Layout.NHWC ? 2 : 3);
  }

  private Layout imageLayout() {
    if (layout == null) throw new IllegalStateException(name + " has no layout: it is no image");
    return layout;
  }
}
