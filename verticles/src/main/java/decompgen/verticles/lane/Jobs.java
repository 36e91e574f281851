package decompgen.verticles.lane;

import decompgen.domain.expert.Cancellation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions of a lane that are under way, each once: those that wait for a thread, in order,
 * and those of running batches. Whatever changes them holds the one lock, and calls nobody else
 * while it does. Thread-safe.
 */
final class Jobs<Q, A> {
  private final LaneSettings settings;
  private final Object lock = new Object();
  private final ArrayDeque<Job<Q, A>> queue = new ArrayDeque<>();
  private final Map<Object, Job<Q, A>> underWay = new HashMap<>();
  private boolean closed;

  /** The job that a waiter joined; {@code shared} when others had asked before. */
  record Joined<Q, A>(Job<Q, A> job, boolean shared) {}

  Jobs(LaneSettings settings) {
    this.settings = settings;
  }

  /** Joins the job of that key under way, or this one; nothing once they are closed. */
  Optional<Joined<Q, A>> join(Job<Q, A> fresh, Waiter<A> waiter) {
    synchronized (lock) {
      if (closed) return Optional.empty();
      Job<Q, A> known = underWay.get(fresh.key);
      Job<Q, A> job = known == null ? queued(fresh) : known;
      job.waiters.add(waiter);
      return Optional.of(new Joined<>(job, known != null));
    }
  }

  private Job<Q, A> queued(Job<Q, A> job) {
    underWay.put(job.key, job);
    queue.add(job);
    lock.notifyAll();
    return job;
  }

  /**
   * Takes a waiter out; the last one to go takes the job out of the queue, or stops its batch when
   * no other job of it is wanted.
   *
   * @return whether it was still waiting
   */
  boolean leave(Job<Q, A> job, Waiter<A> waiter) {
    Optional<Cancellation> stopped;
    synchronized (lock) {
      if (!job.waiters.remove(waiter)) return false;
      stopped = job.waiters.isEmpty() ? drop(job) : Optional.empty();
    }
    stopped.ifPresent(Cancellation::cancel);
    return true;
  }

  /** Takes all waiters out, as if each had left; returns them. */
  List<Waiter<A>> abandon(Job<Q, A> job) {
    List<Waiter<A>> left;
    Optional<Cancellation> stopped;
    synchronized (lock) {
      left = List.copyOf(job.waiters);
      job.waiters.clear();
      stopped = drop(job);
    }
    stopped.ifPresent(Cancellation::cancel);
    return left;
  }

  /** Forgets a job that nobody wants; returns what stops its batch, if that is to be stopped. */
  private Optional<Cancellation> drop(Job<Q, A> job) {
    underWay.remove(job.key, job);
    Job.Batch batch = job.batch;
    if (batch == null) {
      queue.remove(job);
      return Optional.empty();
    }
    return --batch.wanted == 0 ? Optional.of(batch.cancellation) : Optional.empty();
  }

  /**
   * Waits for the next batch, until it is full or its first job has waited long enough; empty once
   * they are closed.
   */
  List<Job<Q, A>> take() throws InterruptedException {
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

  /** Takes a job out that has run; returns who still waits for it. */
  List<Waiter<A>> ended(Job<Q, A> job) {
    synchronized (lock) {
      underWay.remove(job.key, job);
      List<Waiter<A>> waiters = List.copyOf(job.waiters);
      job.waiters.clear();
      return waiters;
    }
  }

  /** Takes no more, and lets nobody wait for a batch any longer; returns the jobs under way. */
  List<Job<Q, A>> close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
      return List.copyOf(underWay.values());
    }
  }

  /** Jobs that wait for a thread. */
  int waiting() {
    synchronized (lock) {
      return queue.size();
    }
  }
}
