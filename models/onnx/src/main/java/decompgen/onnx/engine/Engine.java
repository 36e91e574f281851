package decompgen.onnx.engine;

import decompgen.domain.expert.Cancellation;
import decompgen.onnx.repository.ModelId;

/** One loaded model that computes. Several runs at once are allowed. */
public interface Engine extends AutoCloseable {
  ModelId model();

  /** What really computes it, whatever was asked for. */
  Provider provider();

  /**
   * Computes every output, on the calling platform thread.
   *
   * @throws decompgen.domain.error.Failure MODEL_FAILED with model and shapes; CANCELLED soon after
   *     the cancellation; STOPPING once it is closed
   */
  NamedArrays run(NamedArrays inputs, Cancellation cancellation);

  /** Frees the model after the runs under way have ended; calls after the first do nothing. */
  @Override
  void close();
}
