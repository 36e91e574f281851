package decompgen.onnx.session;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.repository.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A native session and the provider that took it. */
record OpenedSession(OrtEnvironment environment, OrtSession session, Provider provider)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenedSession.class);

  /**
   * Tries the provider asked for, then, if that is allowed, the CPU. ONNX Runtime lists providers
   * that this machine lacks, so only a session that opened proves one.
   */
  static OpenedSession open(Model model, EngineSettings settings) {
    byte[] weights = model.weights();
    try {
      return open(weights, settings, settings.provider());
    } catch (OrtException | LinkageError absent) {
      if (settings.provider() == Provider.CPU) throw unreadable(model, absent);
      if (!settings.fallbackToCpu()) throw absent(model, settings, absent);
      LOG.warn(
          "{}: {} is not there, the CPU takes over: {}",
          model.id(),
          settings.provider().word(),
          absent.getMessage());
    }
    try {
      return open(weights, settings, Provider.CPU);
    } catch (OrtException | LinkageError failed) {
      throw unreadable(model, failed);
    }
  }

  private static OpenedSession open(byte[] weights, EngineSettings settings, Provider provider)
      throws OrtException {
    // Errors arrive as exceptions; the runtime's own log would write them a second time.
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "decompgen");
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(settings.threads());
      options.addConfigEntry("session.intra_op.allow_spinning", settings.spinning() ? "1" : "0");
      switch (provider) {
        case CPU -> {}
        case CUDA -> options.addCUDA();
        case TENSORRT -> {
          options.addTensorrt(0);
          options.addCUDA(); // for the operators that TensorRT lacks
        }
      }
      return new OpenedSession(environment, environment.createSession(weights, options), provider);
    }
  }

  private static Failure unreadable(Model model, Throwable cause) {
    return new Failure(
        ErrorCode.MODEL_UNREADABLE,
        model.id() + ": ONNX Runtime cannot load it: " + cause.getMessage(),
        cause);
  }

  private static Failure absent(Model model, EngineSettings settings, Throwable cause) {
    return new Failure(
        ErrorCode.MODEL_UNREADABLE,
        "%s: %s is not there (%s). Set the provider to cpu, allow the fallback to cpu, or run ./decompgen build --cuda on a machine with a GPU, CUDA 12 and cuDNN 9."
            .formatted(model.id(), settings.provider().word(), cause.getMessage()),
        cause);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failed) {
      throw new Failure(ErrorCode.MODEL_FAILED, "a session cannot be closed", failed);
    }
  }
}
