package decompgen.verticles.lane;

import decompgen.domain.expert.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One question in a lane and all who wait for its answer; guarded by the lock of {@link Jobs}. */
final class Job<Q, A> {
  final Object key;
  final Q question;
  final Consumer<? super A> keep;
  final long enqueuedNanos = System.nanoTime();
  final List<Waiter<A>> waiters = new ArrayList<>();
  @Nullable Batch batch;

  /**
   * @param keep is told the answer first, while equal questions still join the job
   */
  Job(Object key, Q question, Consumer<? super A> keep) {
    this.key = key;
    this.question = question;
    this.keep = keep;
  }

  /** A batch under way: it is stopped when nobody waits for any of its jobs any more. */
  static final class Batch {
    final Cancellation cancellation = new Cancellation();
    int wanted;

    Batch(int wanted) {
      this.wanted = wanted;
    }
  }
}
