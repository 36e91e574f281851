package decompgen.verticles.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * Work done batch after batch until one is not full.
 *
 * <p>Not a chain of composed futures: that would be as long as there are batches, and complete in
 * as many nested calls, beyond the stack's depth after some thousand.
 *
 * @param size what a full batch does
 */
record Batches(int size) {
  /**
   * Calls for the next batch until one does less than a full one; fails with the first that fails.
   *
   * @param batch does one batch and tells how much that was
   * @return how much all did together
   */
  Future<Integer> all(Supplier<Future<Integer>> batch) {
    Promise<Integer> all = Promise.promise();
    next(batch, 0, all);
    return all.future();
  }

  private void next(Supplier<Future<Integer>> batch, int before, Promise<Integer> all) {
    batch
        .get()
        .onComplete(
            done -> {
              if (done < size) all.complete(before + done);
              else next(batch, before + done, all);
            },
            all::fail);
  }
}
