package decompgen.loadtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** How the server answered, by its own count: {@code decompgen_http_requests} of /metrics. */
record ServerCounts(int managementPort) {
  /** Answers with that status so far. */
  long answers(String operation, int status) throws IOException {
    String wanted =
        "decompgen_http_requests_seconds_count{operation=\"%s\",status=\"%d\"} "
            .formatted(operation, status);
    return metrics()
        .lines()
        .filter(line -> line.startsWith(wanted))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(wanted.length())))
        .sum();
  }

  private String metrics() throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + managementPort + "/metrics");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
