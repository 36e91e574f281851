package decompgen.server.health;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the server lacks to serve, and whether it is stopping. Thread-safe. */
public final class Readiness {
  private final Map<String, String> missing = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  /** The part is not there; {@code why} is for people: {@code database: starting}. */
  public void missing(String part, String why) {
    missing.put(part, requireNonNull(why, "why"));
  }

  /** The part is there. */
  public void present(String part) {
    missing.remove(part);
  }

  /** What is missing and why, by part in alphabetical order. */
  public Map<String, String> missing() {
    return new TreeMap<>(missing);
  }

  public boolean ready() {
    return missing.isEmpty() && !stopping;
  }

  /** From now on new work is refused with STOPPING. */
  public void stop() {
    stopping = true;
  }

  public boolean stopping() {
    return stopping;
  }
}
