package decompgen.onnx.reader;

import decompgen.domain.expert.Cancellation;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.repository.ModelId;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that counts its runs, and lets a test act before the next one. */
final class CountingEngine implements Engine {
  private final Engine engine;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile Runnable beforeRun = () -> {};

  CountingEngine(Engine engine) {
    this.engine = engine;
  }

  int runs() {
    return runs.get();
  }

  void reset() {
    runs.set(0);
    beforeRun = () -> {};
  }

  void beforeRun(Runnable action) {
    beforeRun = action;
  }

  @Override
  public NamedArrays run(NamedArrays inputs, Cancellation cancellation) {
    runs.incrementAndGet();
    beforeRun.run();
    return engine.run(inputs, cancellation);
  }

  @Override
  public ModelId model() {
    return engine.model();
  }

  @Override
  public Provider provider() {
    return engine.provider();
  }

  @Override
  public void close() {
    engine.close();
  }
}
