package decompgen.torch.adapter;

import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.Linear;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * All weights of an adapter one after the other in one f32 buffer, and their gradients in another,
 * so that an optimiser moves them all at once. Matrices are views.
 */
public final class LoraWeights implements AutoCloseable {
  /**
   * The matrices of one module.
   *
   * @param a [r, in]
   * @param b [out, r]
   */
  public record Part(String module, Tensor a, Tensor b) {}

  private final Device device;
  private final Tensor values;
  private final Tensor gradients;
  private final List<Part> parts = new ArrayList<>();

  /**
   * Zeros for every module.
   *
   * @param trainable whether passes record gradients, which are zero at first
   */
  LoraWeights(List<Linear> modules, int rank, Device device, boolean trainable) {
    this.device = device;
    long count =
        modules.stream().mapToLong(m -> rank * (m.weight().size(0) + m.weight().size(1))).sum();
    try (TensorScope _ = TensorScope.open()) {
      this.values = zeros(count);
      this.gradients = zeros(trainable ? count : 0);
      long at = 0;
      for (Linear module : modules) {
        long out = module.weight().size(0);
        long in = module.weight().size(1);
        Tensor a = matrix(at, rank, in);
        Tensor b = matrix(at + rank * in, out, rank);
        parts.add(new Part(module.name(), a, b));
        at += rank * (in + out);
      }
      keep();
    }
  }

  /** Out of the scope that they were made in, once all of them are there. */
  private void keep() {
    TensorScope.keep(values);
    TensorScope.keep(gradients);
    for (Part part : parts) {
      TensorScope.keep(part.a());
      TensorScope.keep(part.b());
    }
  }

  private Tensor zeros(long count) {
    return torch.zeros(new long[] {count}, new Placement(device, Dtype.F32).options());
  }

  private Tensor matrix(long at, long rows, long columns) {
    Tensor matrix = view(values, at, rows, columns).detach();
    if (gradients.numel() > 0) {
      matrix.set_requires_grad(true);
      matrix.mutable_grad().put(view(gradients, at, rows, columns));
    }
    return matrix;
  }

  private static Tensor view(Tensor buffer, long at, long rows, long columns) {
    return buffer.narrow(0, at, rows * columns).view(rows, columns);
  }

  /** By module, in the order of the network. */
  public List<Part> parts() {
    return parts;
  }

  /** Every matrix by its name in PEFT's files. */
  public Map<String, Tensor> named() {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (Part part : parts) {
      named.put(PeftNames.a(part.module()), part.a());
      named.put(PeftNames.b(part.module()), part.b());
    }
    return named;
  }

  /** Views of another buffer as long as {@link #values}, named and shaped as the matrices. */
  public Map<String, Tensor> named(Tensor buffer) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    long at = 0;
    for (Map.Entry<String, Tensor> entry : named().entrySet()) {
      Tensor matrix = entry.getValue();
      named.put(entry.getKey(), view(buffer, at, matrix.size(0), matrix.size(1)));
      at += matrix.numel();
    }
    return named;
  }

  /** f32 [weights]. */
  public Tensor values() {
    return values;
  }

  /** f32 [weights], or [0] when the adapter is not to be trained. */
  public Tensor gradients() {
    return gradients;
  }

  Device device() {
    return device;
  }

  @Override
  public void close() {
    for (Part part : parts) {
      part.a().close();
      part.b().close();
    }
    values.close();
    gradients.close();
  }
}
