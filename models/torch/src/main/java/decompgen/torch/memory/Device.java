package decompgen.torch.memory;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import org.bytedeco.pytorch.global.torch;

/**
 * Where tensors lie and are computed with.
 *
 * @param name {@code cpu}, {@code cuda} or {@code cuda:N}, as in PyTorch
 */
public record Device(String name) {
  public static final Device CPU = new Device("cpu");

  public Device {
    if (!name.matches("cpu|cuda(:\\d{1,2})?"))
      throw new Failure(
          ErrorCode.CONFIG_INVALID, "device: " + name + " is none of cpu, cuda, cuda:N");
  }

  /**
   * The device itself, when it is there.
   *
   * @throws Failure CONFIG_INVALID when a GPU is asked for that libtorch does not find
   */
  public Device require() {
    if (isCpu()) return this;
    int found = Torch.load() && torch.cuda_is_available() ? torch.cuda_device_count() : 0;
    if (index() < found) return this;
    throw new Failure(
        ErrorCode.CONFIG_INVALID,
        "device %s: libtorch finds %s. Use cpu, or run ./decompgen build --cuda on a machine with a driver for CUDA 13."
            .formatted(name, found == 0 ? "no GPU" : found + " GPU(s)"));
  }

  public boolean isCpu() {
    return name.equals("cpu");
  }

  private int index() {
    int colon = name.indexOf(':');
    return colon < 0 ? 0 : Integer.parseInt(name.substring(colon + 1));
  }

  /** A new native object, freed by the scope it is made in. */
  public org.bytedeco.pytorch.Device torch() {
    return new org.bytedeco.pytorch.Device(name);
  }
}
