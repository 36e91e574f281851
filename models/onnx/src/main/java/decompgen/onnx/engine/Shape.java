package decompgen.onnx.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Sizes of an array from the outermost dimension; a size may be 0. */
public record Shape(List<Integer> sizes) {
  public Shape {
    sizes = List.copyOf(sizes);
    if (!sizes.stream().allMatch(size -> size >= 0))
      throw new IllegalArgumentException("shape: " + sizes);
  }

  public static Shape of(int... sizes) {
    return new Shape(Arrays.stream(sizes).boxed().toList());
  }

  /** The size of one dimension, 0 being the outermost. */
  public int size(int dimension) {
    return sizes.get(dimension);
  }

  /** How many values there are; 1 for no dimension at all. */
  public int elements() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  @Override
  public String toString() {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
