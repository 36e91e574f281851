package decompgen.torch.memory;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;

/** Where a policy's weights lie and in which floating type it computes. */
public record Placement(Device device, Dtype dtype) {
  public static final Placement CPU_FLOAT32 = new Placement(Device.CPU, Dtype.F32);

  public Placement {
    if (!dtype.floating()) throw new IllegalArgumentException("dtype: " + dtype);
  }

  /** The tensor here; itself when it is here already. */
  public Tensor bring(Tensor tensor) {
    return tensor.to(device.torch(), dtype.scalarType());
  }

  /** Options of a new tensor here. */
  public TensorOptions options() {
    return on(dtype);
  }

  /** Options of a new tensor here with another element type. */
  public TensorOptions on(Dtype other) {
    return new TensorOptions(other.scalarType())
        .device(new org.bytedeco.pytorch.DeviceOptional(device.torch()));
  }
}
