package decompgen.onnx.engine;

import decompgen.domain.expert.Cancellation;
import decompgen.onnx.repository.ModelId;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that counts its runs, and lets a test act before the next one. */
public final class CountingEngine implements Engine {
  private final Engine engine;
  private final AtomicInteger runs = new AtomicInteger();
  private volatile Runnable beforeRun = () -> {};

  public CountingEngine(Engine engine) {
    this.engine = engine;
  }

  public int runs() {
    return runs.get();
  }

  public void reset() {
    runs.set(0);
    beforeRun = () -> {};
  }

  public void beforeRun(Runnable action) {
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
