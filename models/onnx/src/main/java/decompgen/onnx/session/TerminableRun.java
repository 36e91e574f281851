package decompgen.onnx.session;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import decompgen.domain.expert.Cancellation;

/** Options of one run which a cancellation ends, from whatever thread. */
final class TerminableRun implements AutoCloseable {
  private final RunOptions options;
  private final Cancellation.Registration registration;
  private boolean closed;

  TerminableRun(Cancellation cancellation) throws OrtException {
    options = new RunOptions();
    registration = cancellation.onCancel(this::terminate);
  }

  RunOptions options() {
    return options;
  }

  /** A cancellation may still call this while or after the run ends, hence the lock. */
  private synchronized void terminate() {
    if (closed) return;
    try {
      options.setTerminate(true);
    } catch (OrtException failed) {
      throw new IllegalStateException("a run cannot be terminated", failed);
    }
  }

  @Override
  public void close() {
    registration.close();
    synchronized (this) {
      closed = true;
      options.close();
    }
  }
}
