package decompgen.onnx.engine;

import static java.util.Objects.requireNonNull;

/**
 * Values with a shape, the last dimension varying fastest. The value arrays are shared, not copied:
 * readers must not write to them.
 */
public sealed interface NdArray {
  Shape shape();

  /** Unsigned bytes. */
  record Bytes(Shape shape, byte[] values) implements NdArray {
    public Bytes {
      requireFit(shape, values.length);
    }

    @Override
    public String toString() {
      return "uint8" + shape;
    }
  }

  /** Single-precision numbers. */
  record Floats(Shape shape, float[] values) implements NdArray {
    public Floats {
      requireFit(shape, values.length);
    }

    @Override
    public String toString() {
      return "float32" + shape;
    }
  }

  /** 64-bit whole numbers. */
  record Longs(Shape shape, long[] values) implements NdArray {
    public Longs {
      requireFit(shape, values.length);
    }

    @Override
    public String toString() {
      return "int64" + shape;
    }
  }

  private static void requireFit(Shape shape, int values) {
    requireNonNull(shape, "shape");
    if (shape.elements() != values)
      throw new IllegalArgumentException(values + " values for shape " + shape);
  }
}
