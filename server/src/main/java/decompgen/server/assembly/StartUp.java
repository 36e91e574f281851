package decompgen.server.assembly;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.Failure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The steps of a start: each on a platform thread of its own, each timed and told when it is done.
 */
public final class StartUp {
  /** One step that is done, and how long it took beside the others. */
  public record Step(String name, Duration took) {}

  private static final Executor THREADS =
      task -> Thread.ofPlatform().daemon().name("start").start(task);

  private final Consumer<Step> done;

  public StartUp(Consumer<Step> done) {
    this.done = requireNonNull(done, "done");
  }

  /** Begins a step beside those under way. */
  public <T> CompletableFuture<T> begin(String name, Supplier<T> work) {
    return CompletableFuture.supplyAsync(() -> step(name, work), THREADS);
  }

  /** Does a step in the calling thread. */
  public <T> T step(String name, Supplier<T> work) {
    long began = System.nanoTime();
    T result = work.get();
    done.accept(new Step(name, Duration.ofNanos(System.nanoTime() - began)));
    return result;
  }

  /** The step's result, or the failure that it had. */
  public static <T> T join(CompletableFuture<T> step) {
    try {
      return step.join();
    } catch (CompletionException failed) {
      throw Failure.of(failed.getCause() == null ? failed : failed.getCause());
    }
  }
}
