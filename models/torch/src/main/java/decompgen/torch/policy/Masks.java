package decompgen.torch.policy;

import decompgen.torch.memory.Device;
import decompgen.torch.memory.TensorScope;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Who may look at whom: bool masks as {@link Pass} takes them. */
public final class Masks {
  private Masks() {}

  /**
   * Causal over tokens that are there.
   *
   * @param present bool [B, T], false where padding is; the queries are its last L columns
   * @return [B, 1, L, T]; padding looks at itself, so that no row is empty
   */
  public static Tensor causal(Tensor present, long queries) {
    return TensorScope.of(
        () -> {
          long all = present.size(1);
          Tensor square = ones(present.device(), all, all);
          Tensor before = square.tril().narrow(0, all - queries, queries);
          Tensor itself = before.logical_and(square.triu().narrow(0, all - queries, queries));
          return before.logical_and(present.unsqueeze(1).unsqueeze(1)).logical_or(itself);
        });
  }

  /** Causal after a past without padding: [1, 1, queries, past + queries]. */
  public static Tensor after(long past, long queries, Device device) {
    return TensorScope.of(() -> causal(ones(device.torch(), 1, past + queries), queries));
  }

  private static Tensor ones(org.bytedeco.pytorch.Device device, long... sizes) {
    TensorOptions options = new TensorOptions(ScalarType.Bool).device(new DeviceOptional(device));
    return torch.ones(sizes, options);
  }
}
