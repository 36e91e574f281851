package decompgen.torch.memory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Storage;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Arrays in, arrays out; all copies are row-major. */
public final class Tensors {
  private Tensors() {}

  /**
   * f32 of the given extents on the CPU.
   *
   * @throws IllegalArgumentException when there are fewer or more values
   */
  public static Tensor of(float[] values, long... sizes) {
    requireElements(values.length, sizes);
    try (FloatPointer copy = new FloatPointer(values)) {
      return TensorScope.of(() -> torch.from_blob(copy, sizes).clone());
    }
  }

  private static void requireElements(long count, long... sizes) {
    if (LongStream.of(sizes).reduce(1, Math::multiplyExact) != count)
      throw new IllegalArgumentException(count + " values for " + Arrays.toString(sizes));
  }

  /**
   * i64 of the given extents on the CPU.
   *
   * @throws IllegalArgumentException when there are fewer or more values
   */
  public static Tensor of(long[] values, long... sizes) {
    requireElements(values.length, sizes);
    try (LongPointer copy = new LongPointer(values)) {
      return TensorScope.of(
          () ->
              torch
                  .from_blob(
                      copy, sizes, new org.bytedeco.pytorch.TensorOptions(Dtype.I64.scalarType()))
                  .clone());
    }
  }

  /** i64 of the given extents on a device. */
  public static Tensor on(Device device, long[] values, long... sizes) {
    return TensorScope.of(() -> of(values, sizes).to(device.torch(), Dtype.I64.scalarType()));
  }

  /** Whether its bytes were taken for it, and are not seen through it where they are, in a file. */
  public static boolean ownsBytes(Tensor tensor) {
    try (Storage storage = tensor.storage()) {
      return storage.resizable(); // from_blob's is not
    }
  }

  /** All elements as f32, from wherever the tensor lies. */
  public static float[] floats(Tensor tensor) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor host = tensor.detach().to(Device.CPU.torch(), Dtype.F32.scalarType()).contiguous();
      float[] values = new float[Math.toIntExact(host.numel())];
      if (values.length > 0) new FloatPointer(host.data_ptr_float()).get(values);
      return values;
    }
  }

  /** All elements as f64. */
  public static double[] doubles(Tensor tensor) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor host = tensor.detach().to(Device.CPU.torch(), Dtype.F64.scalarType()).contiguous();
      double[] values = new double[Math.toIntExact(host.numel())];
      if (values.length > 0) new DoublePointer(host.data_ptr_double()).get(values);
      return values;
    }
  }

  /** All elements as i64. */
  public static long[] longs(Tensor tensor) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor host = tensor.detach().to(Device.CPU.torch(), Dtype.I64.scalarType()).contiguous();
      long[] values = new long[Math.toIntExact(host.numel())];
      if (values.length > 0) new LongPointer(host.data_ptr_long()).get(values);
      return values;
    }
  }

  /** The extents. */
  public static List<Long> shape(Tensor tensor) {
    Long[] shape = new Long[(int) tensor.dim()];
    for (int i = 0; i < shape.length; i++) shape[i] = tensor.size(i);
    return List.of(shape);
  }

  public static Tensor cat(long dimension, Tensor... parts) {
    return torch.cat(new TensorVector(parts), dimension);
  }
}
