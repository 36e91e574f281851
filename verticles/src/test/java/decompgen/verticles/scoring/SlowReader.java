package decompgen.verticles.scoring;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads "stop" once its gate is open, unless it is told to stop. */
final class SlowReader implements Expert {
  final CountDownLatch gate = new CountDownLatch(1);
  final CountDownLatch running = new CountDownLatch(1);
  final CountDownLatch stopped = new CountDownLatch(1);

  @Override
  public String name() {
    return "reader";
  }

  @Override
  public String version() {
    return "slow/1";
  }

  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    running.countDown();
    cancellation.onCancel(
        () -> {
          stopped.countDown();
          gate.countDown();
        });
    await();
    if (cancellation.cancelled()) throw new Failure(ErrorCode.CANCELLED, "stopped");
    return List.of(new Evidence.Lines(List.of()));
  }

  /** Waits until the gate opens. */
  void await() {
    try {
      if (!gate.await(20, TimeUnit.SECONDS))
        throw new Failure(ErrorCode.INTERNAL, "the gate stayed shut");
    } catch (InterruptedException interrupted) {
      throw new Failure(ErrorCode.INTERNAL, "interrupted", interrupted);
    }
  }

  @Override
  public void close() {}
}
