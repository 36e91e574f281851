package decompgen.loadtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client that streams scores, one at a time, on one kept connection. */
final class ScoreClient {
  private static final String BOUNDARY = "bench-7f3a9c";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI stream;

  ScoreClient(String address) {
    this.stream = URI.create(address + "/v1/scores/stream");
  }

  /**
   * Milliseconds from the first byte sent to the last {@code judged}; reads the stream to its end.
   */
  double untilLastJudged(byte[] photo) throws IOException {
    byte[] form = form(photo, Photo.RESPONSE);
    long began = System.nanoTime();
    long judged = 0;
    String last = "";
    HttpResponse<InputStream> answer = answer(form);
    try (BufferedReader lines = lines(answer)) {
      if (answer.statusCode() != 200)
        throw new IOException("status " + answer.statusCode() + ": " + lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{\"event\":\"judged\"")) judged = System.nanoTime();
        last = line;
      }
    }
    if (judged == 0 || !last.startsWith("{\"event\":\"completed\""))
      throw new IOException("the stream ended with " + last);
    return (judged - began) / 1e6;
  }

  /**
   * Milliseconds until the server, which has read the whole upload, refuses it because its response
   * is blank: what is left of a score when nothing is scored.
   */
  double untilRefused(byte[] photo) throws IOException {
    byte[] form = form(photo, " ");
    long began = System.nanoTime();
    HttpResponse<InputStream> answer = answer(form);
    try (BufferedReader lines = lines(answer)) {
      String problem = lines.readLine();
      if (answer.statusCode() / 100 != 4) throw new IOException("not refused: " + problem);
    }
    return (System.nanoTime() - began) / 1e6;
  }

  private static BufferedReader lines(HttpResponse<InputStream> answer) {
    return new BufferedReader(new InputStreamReader(answer.body(), UTF_8));
  }

  private HttpResponse<InputStream> answer(byte[] form) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(stream)
            .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
            .header("accept", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(form))
            .build();
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static byte[] form(byte[] photo, String response) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(part("image\"; filename=\"photo.jpg"));
    form.writeBytes(photo);
    form.writeBytes(part("response"));
    form.writeBytes(response.getBytes(UTF_8));
    form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return form.toByteArray();
  }

  private static byte[] part(String name) {
    String head = "\r\n--%s\r\ncontent-disposition: form-data; name=\"%s\"\r\n\r\n";
    return head.formatted(BOUNDARY, name).getBytes(UTF_8);
  }
}
