package decompgen.verticles.lane;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** One who waits for an answer; the answer comes on the Vert.x context that asked. */
final class Waiter<A> {
  private final Promise<A> promise = Promise.promise();
  private final @Nullable Context context = Vertx.currentContext();

  Future<A> future() {
    return promise.future();
  }

  void succeed(A answer) {
    onContext(() -> promise.tryComplete(answer));
  }

  void fail(Throwable failure) {
    onContext(() -> promise.tryFail(failure));
  }

  private void onContext(Runnable end) {
    if (context == null) end.run();
    else context.runOnContext(_ -> end.run());
  }
}
