package decompgen.onnx.engine;

import java.util.Locale;

/** The execution provider that computes a model. */
public enum Provider {
  CPU,
  CUDA,
  TENSORRT;

  /** The word in configuration and reports: {@code cpu}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
