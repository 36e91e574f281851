package decompgen.torch.generate;

import decompgen.torch.memory.Device;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.Adaptation;
import org.bytedeco.pytorch.Tensor;

/** Where a response is written, and with which adapter. */
record Placed(Device device, Adaptation adaptation) {
  /** i64 of the given extents on the device. */
  Tensor longs(long[] values, long... sizes) {
    return Tensors.on(device, values, sizes);
  }
}
