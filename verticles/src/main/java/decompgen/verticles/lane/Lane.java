package decompgen.verticles.lane;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Object lock = new Object();
  private final ArrayDeque<Job<Q, A>> queue = new ArrayDeque<>();
  private final Map<Object, Job<Q, A>> underWay = new HashMap<>();
  private boolean closed;

  public Lane(LaneSettings settings, Work<Q, A> work, MeterRegistry registry) {
    this.settings = settings;
    this.work = requireNonNull(work, "work");
    this.places = new Semaphore(settings.queue());
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
    Waiter<A> waiter = new Waiter<>();
    Job<Q, A> job;
    synchronized (lock) {
      if (closed) return Future.failedFuture(stopping());
      job = joined(key, question);
      job.waiters.add(waiter);
    }
    Cancellation.Registration registration = cancellation.onCancel(() -> leave(job, waiter));
    return waiter.future().onComplete(_ -> registration.close());
  }

  /** Jobs that wait for a thread. */
  public int depth() {
    synchronized (lock) {
      return queue.size();
    }
  }

  /**
   * Refuses new questions, fails queued ones, stops running calls, and waits for the threads to
   * end.
   */
  @Override
  public void close() {
    List<Job<Q, A>> open;
    synchronized (lock) {
      closed = true;
      open = List.copyOf(underWay.values());
      lock.notifyAll();
    }
    open.forEach(job -> abandon(job, stopping()));
    threads.forEach(Lane::join);
  }

  private Failure stopping() {
    return new Failure(
        ErrorCode.STOPPING, "lane " + name() + " is closed: the server stops; ask again later");
  }

  private Job<Q, A> joined(Object key, Q question) {
    Job<Q, A> known = underWay.get(key);
    if (known != null) {
      meters.shared();
      return known;
    }
    Job<Q, A> job = new Job<>(key, question);
    underWay.put(key, job);
    queue.add(job);
    lock.notifyAll();
    return job;
  }

  private void leave(Job<Q, A> job, Waiter<A> waiter) {
    Optional<Cancellation> stopped;
    synchronized (lock) {
      if (!job.waiters.remove(waiter)) return;
      stopped = job.waiters.isEmpty() ? drop(job) : Optional.empty();
    }
    meters.cancelled();
    stopped.ifPresent(Cancellation::cancel);
    waiter.fail(
        new Failure(ErrorCode.CANCELLED, "the request for lane " + name() + " was cancelled"));
  }

  private void abandon(Job<Q, A> job, Failure failure) {
    List<Waiter<A>> left;
    Optional<Cancellation> stopped;
    synchronized (lock) {
      left = List.copyOf(job.waiters);
      job.waiters.clear();
      stopped = drop(job);
    }
    stopped.ifPresent(Cancellation::cancel);
    left.forEach(waiter -> waiter.fail(failure));
  }

  /**
   * Forgets a job that nobody wants; returns what stops its batch when no other job of it is
   * wanted.
   */
  private Optional<Cancellation> drop(Job<Q, A> job) {
    underWay.remove(job.key, job);
    Job.Batch batch = job.batch;
    if (batch == null) {
      queue.remove(job);
      return Optional.empty();
    }
    return --batch.wanted == 0 ? Optional.of(batch.cancellation) : Optional.empty();
  }

  private Thread start(int number) {
    return Thread.ofPlatform().daemon().name("lane-" + name() + "-" + number).start(this::serve);
  }

  private void serve() {
    try {
      for (List<Job<Q, A>> jobs = take(); !jobs.isEmpty(); jobs = take()) run(jobs);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next batch, empty when the lane has closed. */
  private List<Job<Q, A>> take() throws InterruptedException {
    synchronized (lock) {
      while (true) {
        while (queue.isEmpty() && !closed) lock.wait();
        if (closed) return List.of();
        long fullAt = queue.peekFirst().enqueuedNanos + settings.maxDelay().toNanos();
        long left = fullAt - System.nanoTime();
        if (queue.size() >= settings.maxBatch() || left <= 0) return batch();
        lock.wait(left / 1_000_000, (int) (left % 1_000_000));
      }
    }
  }

  private List<Job<Q, A>> batch() {
    List<Job<Q, A>> jobs = new ArrayList<>();
    while (jobs.size() < settings.maxBatch() && !queue.isEmpty()) jobs.add(queue.poll());
    Job.Batch batch = new Job.Batch(jobs.size());
    jobs.forEach(job -> job.batch = batch);
    return jobs;
  }

  private void run(List<Job<Q, A>> jobs) {
    long began = System.nanoTime();
    jobs.forEach(job -> meters.waited(began - job.enqueuedNanos));
    try {
      List<A> answers = answers(jobs);
      for (int i = 0; i < jobs.size(); i++) finish(jobs.get(i), answers.get(i));
    } catch (Throwable thrown) {
      LOG.debug("lane {} failed", name(), thrown);
      Failure failure = Failure.of(thrown);
      jobs.forEach(job -> fail(job, failure));
    }
    meters.ran(jobs.size(), System.nanoTime() - began);
  }

  private List<A> answers(List<Job<Q, A>> jobs) {
    Cancellation cancellation = requireNonNull(jobs.getFirst().batch).cancellation;
    List<A> answers = work.run(jobs.stream().map(job -> job.question).toList(), cancellation);
    if (answers.size() != jobs.size())
      throw new Failure(
          ErrorCode.MODEL_FAILED,
          name() + ": " + answers.size() + " answers to " + jobs.size() + " questions");
    return answers;
  }

  private void finish(Job<Q, A> job, A answer) {
    ended(job).forEach(waiter -> waiter.succeed(answer));
  }

  private void fail(Job<Q, A> job, Failure failure) {
    ended(job).forEach(waiter -> waiter.fail(failure));
  }

  private List<Waiter<A>> ended(Job<Q, A> job) {
    synchronized (lock) {
      underWay.remove(job.key, job);
      List<Waiter<A>> waiters = List.copyOf(job.waiters);
      job.waiters.clear();
      return waiters;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
