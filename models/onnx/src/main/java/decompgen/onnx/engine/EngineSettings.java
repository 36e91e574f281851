package decompgen.onnx.engine;

import static java.util.Objects.requireNonNull;

/**
 * How a model is computed.
 *
 * @param provider what shall compute it
 * @param fallbackToCpu whether the CPU may take over when the provider is not there; otherwise
 *     opening fails
 * @param threads threads inside one operator, from 1
 * @param spinning whether those threads burn time while they wait for work: a little faster alone,
 *     much slower where cores are shared
 */
public record EngineSettings(
    Provider provider, boolean fallbackToCpu, int threads, boolean spinning) {
  public EngineSettings {
    requireNonNull(provider, "provider");
    if (!(threads >= 1)) throw new IllegalArgumentException("threads: " + threads);
  }

  /** On the CPU, without spinning. */
  public static EngineSettings cpu(int threads) {
    return new EngineSettings(Provider.CPU, false, threads, false);
  }
}
