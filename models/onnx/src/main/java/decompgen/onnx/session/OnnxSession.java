package decompgen.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelId;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model loaded into ONNX Runtime. */
public final class OnnxSession implements Engine {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxSession.class);

  private final Model model;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Provider provider;

  /** Runs hold the read lock, closing takes the write lock. */
  private final ReentrantReadWriteLock lifetime = new ReentrantReadWriteLock();

  private boolean closed;

  private OnnxSession(Model model, OpenedSession opened) {
    this.model = model;
    this.environment = opened.environment();
    this.session = opened.session();
    this.provider = opened.provider();
  }

  /**
   * Loads a model.
   *
   * @throws Failure MODEL_UNREADABLE when the file is missing, changed, no ONNX model, has other
   *     tensors than its description, or when the provider is not there and may not be replaced
   */
  public static OnnxSession open(Model model, EngineSettings settings) {
    OpenedSession opened = OpenedSession.open(model, settings);
    try {
      DeclaredTensors.require(model, opened.session());
      LOG.info("{} is computed by {}", model.id(), opened.provider().word());
      return new OnnxSession(model, opened);
    } catch (OrtException | RuntimeException failed) {
      opened.close();
      throw failed instanceof Failure failure
          ? failure
          : new Failure(
              ErrorCode.MODEL_UNREADABLE, model.id() + ": " + failed.getMessage(), failed);
    }
  }

  @Override
  public ModelId model() {
    return model.id();
  }

  @Override
  public Provider provider() {
    return provider;
  }

  @Override
  public NamedArrays run(NamedArrays inputs, Cancellation cancellation) {
    lifetime.readLock().lock();
    try {
      if (closed) throw new Failure(ErrorCode.STOPPING, model.id() + " is closed");
      return compute(inputs, cancellation);
    } finally {
      lifetime.readLock().unlock();
    }
  }

  int runsUnderWay() {
    return lifetime.getReadLockCount();
  }

  private NamedArrays compute(NamedArrays inputs, Cancellation cancellation) {
    try (Arena arena = Arena.ofConfined();
        TensorMap tensors = TensorMap.of(environment, inputs, arena);
        TerminableRun run = new TerminableRun(cancellation)) {
      if (cancellation.cancelled()) throw cancelled(null);
      try (OrtSession.Result result = session.run(tensors.byName(), run.options())) {
        return outputs(result);
      }
    } catch (OrtException | IllegalArgumentException failed) {
      if (cancellation.cancelled()) throw cancelled(failed);
      throw new Failure(
          ErrorCode.MODEL_FAILED,
          model.id() + ": run failed for " + inputs + ": " + failed.getMessage(),
          failed);
    }
  }

  private Failure cancelled(@Nullable Throwable cause) {
    return new Failure(ErrorCode.CANCELLED, model.id() + ": the run was cancelled", cause);
  }

  private static NamedArrays outputs(OrtSession.Result result) {
    Map<String, NdArray> arrays = new HashMap<>();
    for (Map.Entry<String, OnnxValue> output : result) {
      if (!(output.getValue() instanceof OnnxTensor tensor))
        throw new IllegalArgumentException(output.getKey() + " is no tensor");
      arrays.put(output.getKey(), TensorValues.copy(tensor));
    }
    return new NamedArrays(arrays);
  }

  @Override
  public void close() {
    lifetime.writeLock().lock();
    try {
      if (closed) return;
      closed = true;
      session.close();
    } catch (OrtException failed) {
      throw new Failure(ErrorCode.MODEL_FAILED, model.id() + ": close failed", failed);
    } finally {
      lifetime.writeLock().unlock();
    }
  }
}
