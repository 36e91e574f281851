package decompgen.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.Tensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.bytedeco.pytorch.Tensor;

/** Inputs and outputs of the reference implementations, in the folder {@code parity.dir}. */
public final class Parity {
  private Parity() {}

  public static Path folder(String name) {
    return Path.of(System.getProperty("parity.dir")).resolve(name);
  }

  public static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(folder(file).toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Safetensors tensors(String file) {
    return Safetensors.open(folder(file));
  }

  /** The array of whole numbers. */
  public static long[] longs(JsonNode array) {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) values[i] = array.get(i).asLong();
    return values;
  }

  /** That no element is further off than the tolerance, and the extents are the same. */
  public static void assertNear(String what, Tensor ours, Tensor reference, double tolerance) {
    assertThat(Tensors.shape(ours)).as(what).isEqualTo(Tensors.shape(reference));
    assertThat(furthest(ours, reference)).as(what).isLessThanOrEqualTo(tolerance);
  }

  /** Largest absolute difference; not a number when any element is not. */
  public static double furthest(Tensor ours, Tensor reference) {
    double[] a = Tensors.doubles(ours);
    double[] b = Tensors.doubles(reference);
    double furthest = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = Math.abs(a[i] - b[i]);
      if (Double.isNaN(difference)) return Double.NaN;
      furthest = Math.max(furthest, difference);
    }
    return furthest;
  }
}
