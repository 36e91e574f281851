package decompgen.server.assembly;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.policy.Policy;
import decompgen.domain.training.Trainer;
import decompgen.onnx.image.ImageDecoder;
import decompgen.server.config.ConfigReader;
import decompgen.server.config.ServerConfig;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Torch;
import decompgen.torch.port.TorchPolicy;
import decompgen.torch.port.TorchTrainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What can be done with a checkpoint's folder. */
public record Policies(Path folder, Placement placement) {

  /**
   * Where and how policies compute.
   *
   * @param device cpu, cuda or cuda:N
   * @param dtype float32, bfloat16 or float16
   * @param threads of one operation on the CPU
   */
  public record Computing(String device, String dtype, int threads) {
    public Computing {
      if (threads < 1 || threads > 1024)
        throw new Failure(ErrorCode.CONFIG_INVALID, "threads: " + threads + " is not 1 to 1024");
    }
  }

  /**
   * @throws Failure CONFIG_INVALID when the folder, the device or the type is not there
   */
  public static Policies in(Path folder, Computing computing) {
    if (!Files.isDirectory(folder))
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          folder + " is no folder; --policy takes a checkpoint's folder with its config.json");
    Placement placement =
        new Placement(new Device(computing.device()), Dtype.named(computing.dtype()));
    placement.device().require();
    Torch.threads(computing.threads());
    return new Policies(folder, placement);
  }

  /** The policy, with an adapter or without. */
  public Policy policy(Optional<Path> adapter) {
    return TorchPolicy.open(folder, adapter, placement);
  }

  /** Trains adapters for it; pictures are decoded within the server's default limits. */
  public Trainer trainer() {
    return TorchTrainer.open(folder, placement, decoder());
  }

  /** Decodes pictures within the server's default limits. */
  public static PictureDecoder decoder() {
    return new ImageDecoder(
        ConfigReader.read("server.yaml", ServerConfig.class, Optional.empty(), Map.of())
            .limits()
            .image());
  }
}
