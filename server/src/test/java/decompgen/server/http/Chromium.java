package decompgen.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one page, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final String LISTENING = "DevTools listening on ws://";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Integer, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private final Path profile;
  private final Process process;
  private final WebSocket socket;

  Chromium() throws Exception {
    profile = Files.createTempDirectory("chromium");
    process =
        new ProcessBuilder(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-port=0",
                "--window-size=1200,900",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create(pageSocket(host())), new Listener())
            .get(20, SECONDS);
    command("Page.enable", new JsonObject());
    command("Emulation.setFocusEmulationEnabled", new JsonObject().put("enabled", true));
  }

  private String host() throws IOException {
    var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine())
      if (line.startsWith(LISTENING)) {
        Thread.startVirtualThread(() -> drain(lines));
        return line.substring(LISTENING.length(), line.indexOf('/', LISTENING.length()));
      }
    throw new IOException("chromium did not start");
  }

  private static void drain(BufferedReader lines) {
    try {
      lines.transferTo(Writer.nullWriter());
    } catch (IOException closed) {
      // the browser has been stopped: nobody reads what it says any more
    }
  }

  private String pageSocket(String host) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + "/json")).build();
    JsonArray targets = new JsonArray(client.send(request, BodyHandlers.ofString()).body());
    return targets.stream()
        .map(JsonObject.class::cast)
        .filter(target -> target.getString("type").equals("page"))
        .findFirst()
        .orElseThrow()
        .getString("webSocketDebuggerUrl");
  }

  /** Goes to the address and waits until the page and what it needs have loaded. */
  void open(String url) throws Exception {
    loaded = new CompletableFuture<>();
    command("Page.navigate", new JsonObject().put("url", url));
    loaded.get(20, SECONDS);
  }

  /** The value of an expression, awaited when it is a promise. */
  @Nullable Object run(String expression) throws Exception {
    JsonObject answer =
        command(
            "Runtime.evaluate",
            new JsonObject()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true));
    if (answer.containsKey("exceptionDetails")) throw new AssertionError(answer.encodePrettily());
    return answer.getJsonObject("result").getValue("value");
  }

  /** Waits until the expression is true, looking again after every change of the page. */
  void until(String condition) throws Exception {
    run(
        """
        new Promise(done => {
          const look = () => { if (%s) { watcher.disconnect(); done(); } };
          const watcher = new MutationObserver(look);
          watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
          look();
        })
        """
            .formatted(condition));
  }

  byte[] screenshot() throws Exception {
    JsonObject answer =
        command("Page.captureScreenshot", new JsonObject().put("captureBeyondViewport", true));
    return Base64.getDecoder().decode(answer.getString("data"));
  }

  JsonObject command(String method, JsonObject parameters) throws Exception {
    int id = numbers.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    answers.put(id, answer);
    JsonObject message =
        new JsonObject().put("id", id).put("method", method).put("params", parameters);
    socket.sendText(message.encode(), true).get(10, SECONDS);
    JsonObject got = answer.get(30, SECONDS);
    return requireNonNull(got.getJsonObject("result"), got::encode);
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    client.shutdownNow();
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.waitFor(10, SECONDS);
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonObject message = new JsonObject(text.toString());
        text.setLength(0);
        CompletableFuture<JsonObject> waiting =
            answers.remove(message.getInteger("id", -1).intValue());
        if (waiting != null) waiting.complete(message);
        if ("Page.loadEventFired".equals(message.getString("method"))) loaded.complete(null);
      }
      from.request(1);
      return null;
    }
  }
}
