package decompgen.verticles.store;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * Where the server that holds a data folder can be reached; ports on localhost, 0 while it starts.
 */
public record RunningServer(long pid, int port, int managementPort) {
  /** Its address for people and for the command line. */
  public String address() {
    return "http://localhost:" + port;
  }

  boolean announced() {
    return port > 0;
  }

  boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  String json() {
    return new JsonObject()
        .put("pid", pid)
        .put("port", port)
        .put("managementPort", managementPort)
        .encode();
  }

  /** Reads the form of {@link #json}; empty for anything else, such as a half-written note. */
  static Optional<RunningServer> parse(String json) {
    try {
      JsonObject note = new JsonObject(json);
      return Optional.of(
          new RunningServer(
              note.getLong("pid"), note.getInteger("port"), note.getInteger("managementPort")));
    } catch (DecodeException | ClassCastException | NullPointerException notANote) {
      return Optional.empty();
    }
  }
}
