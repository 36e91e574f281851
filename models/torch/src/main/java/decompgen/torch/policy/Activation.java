package decompgen.torch.policy;

import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.TensorScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Non-linearities by their names in config.json. */
enum Activation {
  /** x · Φ(x) (Hendrycks and Gimpel 2016). */
  GELU,
  /** x · σ(1.702 x), the same paper's approximation; CLIP's. */
  QUICK_GELU;

  static Activation read(JsonFile config, String key, Activation otherwise) {
    String name = config.text(key, otherwise.name());
    for (Activation activation : values())
      if (activation.name().equalsIgnoreCase(name)) return activation;
    throw config.refuse(key, "'" + name + "' is not supported; gelu and quick_gelu are");
  }

  Tensor apply(Tensor x) {
    return switch (this) {
      case GELU -> torch.gelu(x);
      case QUICK_GELU -> TensorScope.of(() -> x.mul(x.mul(new Scalar(1.702)).sigmoid()));
    };
  }
}
