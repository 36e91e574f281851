package decompgen.verticles.lane;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue with platform threads of its own, for calls that must not run on an event loop or
 * a virtual thread.
 *
 * <p>Questions of several requests are answered in one call (micro-batching: a batch closes when it
 * is full or {@code maxDelay} after its first question). Equal questions under way are one job with
 * several waiters; a job leaves the queue, or its running call is told to stop, when its last
 * waiter has gone. The bound is on requests: each reserves a {@link Place} before it begins, and
 * asks only what one picture and a bounded number of claims can ask. Thread-safe.
 *
 * @param <Q> question
 * @param <A> answer
 */
public final class Lane<Q, A> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final LaneSettings settings;
  private final Work<Q, A> work;
  private final LaneMeters meters;
  private final Semaphore places;
  private final List<Thread> threads;
  private final Jobs<Q, A> jobs;

  public Lane(LaneSettings settings, Work<Q, A> work, MeterRegistry registry) {
    this.settings = settings;
    this.work = requireNonNull(work, "work");
    this.places = new Semaphore(settings.queue());
    this.jobs = new Jobs<>(settings);
    this.meters =
        new LaneMeters(
            registry,
            settings.name(),
            this::depth,
            () -> settings.queue() - places.availablePermits());
    this.threads = IntStream.range(0, settings.threads()).mapToObj(this::start).toList();
  }

  public String name() {
    return settings.name();
  }

  /** A place for one request, or nothing when all are taken; close it when the request ends. */
  public Optional<Place> reserve() {
    if (places.tryAcquire()) return Optional.of(new Place(places));
    meters.refused();
    return Optional.empty();
  }

  /**
   * Asks, or joins those who have asked the same already.
   *
   * @param key equal for equal questions
   * @param cancellation ends the waiting with CANCELLED
   * @return the answer, on the Vert.x context of the caller
   */
  public Future<A> ask(Object key, Q question, Cancellation cancellation) {
    return ask(new Job<>(key, question, _ -> {}), cancellation);
  }

  /** Asks, or joins the job with an equal key. */
  Future<A> ask(Job<Q, A> fresh, Cancellation cancellation) {
    Waiter<A> waiter = new Waiter<>();
    Optional<Jobs.Joined<Q, A>> joined = jobs.join(fresh, waiter);
    if (joined.isEmpty()) return Future.failedFuture(stopping());
    if (joined.get().shared()) meters.shared();
    Job<Q, A> job = joined.get().job();
    Cancellation.Registration registration = cancellation.onCancel(() -> leave(job, waiter));
    return waiter.future().onComplete(_ -> registration.close());
  }

  private void leave(Job<Q, A> job, Waiter<A> waiter) {
    if (!jobs.leave(job, waiter)) return;
    meters.cancelled();
    waiter.fail(
        new Failure(ErrorCode.CANCELLED, "the request for lane " + name() + " was cancelled"));
  }

  /** Jobs that wait for a thread. */
  public int depth() {
    return jobs.waiting();
  }

  /**
   * Refuses new questions, fails queued ones, stops running calls, and waits for the threads to
   * end.
   */
  @Override
  public void close() {
    for (Job<Q, A> job : jobs.close()) jobs.abandon(job).forEach(waiter -> waiter.fail(stopping()));
    threads.forEach(Lane::join);
  }

  private Failure stopping() {
    return new Failure(
        ErrorCode.STOPPING, "lane " + name() + " is closed: the server stops; ask again later");
  }

  private Thread start(int number) {
    return Thread.ofPlatform().daemon().name("lane-" + name() + "-" + number).start(this::serve);
  }

  private void serve() {
    try {
      for (var batch = jobs.take(); !batch.isEmpty(); batch = jobs.take()) run(batch);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(List<Job<Q, A>> batch) {
    long began = System.nanoTime();
    batch.forEach(job -> meters.waited(began - job.enqueuedNanos));
    try {
      List<A> answers = answers(batch);
      for (int i = 0; i < batch.size(); i++) finish(batch.get(i), answers.get(i));
    } catch (Throwable thrown) {
      LOG.debug("lane {} failed", name(), thrown);
      Failure failure = Failure.of(thrown);
      batch.forEach(job -> jobs.ended(job).forEach(waiter -> waiter.fail(failure)));
    }
    meters.ran(batch.size(), System.nanoTime() - began);
  }

  private List<A> answers(List<Job<Q, A>> batch) {
    Cancellation cancellation = requireNonNull(batch.getFirst().batch).cancellation;
    List<A> answers = work.run(batch.stream().map(job -> job.question).toList(), cancellation);
    if (answers.size() != batch.size())
      throw new Failure(
          ErrorCode.MODEL_FAILED,
          name() + ": " + answers.size() + " answers to " + batch.size() + " questions");
    return answers;
  }

  private void finish(Job<Q, A> job, A answer) {
    job.keep.accept(answer);
    jobs.ended(job).forEach(waiter -> waiter.succeed(answer));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
