package decompgen.verticles.scoring;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.Callable;

/**
 * Branches of one score: each a virtual thread of its own on the score's context, one running at a
 * time.
 */
record Fork(Context context) {
  <T> Future<T> branch(Callable<T> task) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(
        _ -> {
          try {
            promise.complete(task.call());
          } catch (Throwable thrown) {
            promise.fail(thrown);
          }
        });
    return promise.future();
  }
}
