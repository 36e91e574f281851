package decompgen.server.http;

import static java.util.Objects.requireNonNull;

import decompgen.server.health.Endpoint;
import java.time.Duration;
import java.util.List;

/**
 * How the wire behaves.
 *
 * @param maxUploadBytes of one image
 * @param maxTextBytes of everything else in a request's body
 * @param maxHeldBytes of all bodies being read and images being sent at once, on all connections
 * @param bodyTimeout in which a request's body must have come
 * @param idle after which a connection is closed on which nothing moves, because its client has
 *     gone without a word or does not read
 * @param heartbeat between two comments on a quiet stream
 * @param drain how long running requests may take to end when the server stops
 * @param corsOrigins origins whose pages may call the server, none by default
 */
public record HttpSettings(
    Endpoint endpoint,
    long maxUploadBytes,
    long maxTextBytes,
    long maxHeldBytes,
    Duration bodyTimeout,
    Duration idle,
    Duration heartbeat,
    Duration drain,
    List<String> corsOrigins) {
  public HttpSettings {
    requireNonNull(endpoint, "endpoint");
    if (!(maxUploadBytes > 0 && maxTextBytes > 0))
      throw new IllegalArgumentException("limits: " + maxUploadBytes + ", " + maxTextBytes);
    if (!(maxHeldBytes >= maxUploadBytes + maxTextBytes))
      throw new IllegalArgumentException(
          "max-held-bytes: " + maxHeldBytes + " hold no one request");
    if (!(bodyTimeout.isPositive() && idle.isPositive() && heartbeat.isPositive()))
      throw new IllegalArgumentException("times: " + bodyTimeout + ", " + idle + ", " + heartbeat);
    requireNonNull(drain, "drain");
    corsOrigins = List.copyOf(corsOrigins);
  }
}
