package decompgen.server.health;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where a server listens.
 *
 * @param port 0 for any free one
 * @param option what a person changes to choose another port, for the error message: {@code --port}
 */
public record Endpoint(String host, int port, String option) {
  public Endpoint {
    requireNonNull(host, "host");
    requireNonNull(option, "option");
    if (!(port <= 65535)) throw new IllegalArgumentException("port: " + port);
  }

  /** Listens; fails with PORT_TAKEN when another program does. */
  public Future<HttpServer> listen(HttpServer server) {
    return server
        .listen(port, host)
        .recover(thrown -> Future.failedFuture(taken(thrown) ? failure(thrown) : thrown));
  }

  /**
   * Looks whether the port can be taken, so that a start fails at once and not after loading
   * models.
   *
   * @throws Failure PORT_TAKEN
   */
  public void requireFree() {
    if (port <= 0) return;
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(host, port));
    } catch (IOException thrown) {
      throw failure(thrown);
    }
  }

  private static boolean taken(Throwable thrown) {
    return thrown instanceof BindException;
  }

  private Failure failure(Throwable thrown) {
    return new Failure(
        ErrorCode.PORT_TAKEN,
        "Port %d of %s cannot be taken (%s): stop the program that has it, or choose another port with %s."
            .formatted(port, host, thrown.getMessage(), option),
        thrown);
  }
}
