package decompgen.verticles.lane;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request's place in a lane, given back once. */
public final class Place implements AutoCloseable {
  private final Semaphore places;
  private final AtomicBoolean given = new AtomicBoolean();

  Place(Semaphore places) {
    this.places = places;
  }

  @Override
  public void close() {
    if (given.compareAndSet(false, true)) places.release();
  }
}
