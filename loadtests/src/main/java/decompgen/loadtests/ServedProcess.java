package decompgen.loadtests;

import static java.util.concurrent.TimeUnit.SECONDS;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.verticles.store.DataFolder;
import decompgen.verticles.store.RunningServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as people start it, {@code ./decompgen serve}, on a data folder and free ports. */
final class ServedProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;
  private static final int TOLD_LINES = 5;
  private static final Path ROOT = Path.of(System.getProperty("decompgen.root", "."));
  private static final Pattern STEP = Pattern.compile("  (\\S+) +(\\d+) ms");

  private final Path folder;
  private final long began = System.nanoTime();
  private final Map<String, Integer> stepMillis =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final CompletableFuture<Duration> ready = new CompletableFuture<>();
  private final Process process;

  private ServedProcess(Path folder) throws IOException {
    this.folder = folder;
    this.process =
        new ProcessBuilder(
                ROOT.resolve("decompgen").toString(),
                "serve",
                "--port",
                "0",
                "--management-port",
                "0",
                "--data",
                folder.toString())
            .redirectError(log(folder))
            .start();
    Thread.ofPlatform().daemon().start(this::listen);
  }

  /** Starts a server and waits until it says that it is ready. */
  static ServedProcess on(Path folder) throws IOException {
    ServedProcess served = new ServedProcess(folder);
    try {
      served.ready.orTimeout(PATIENCE_SECONDS, SECONDS).join();
      return served;
    } catch (RuntimeException notReady) {
      served.close();
      throw new Failure(
          ErrorCode.INTERNAL, "the server does not start: " + lastLines(folder), notReady);
    }
  }

  /** The folder goes with the run, so that the end of the log is told here. */
  private static String lastLines(Path folder) throws IOException {
    List<String> lines = Files.readAllLines(log(folder).toPath());
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
  }

  private static File log(Path folder) {
    return folder.resolve("server.log").toFile();
  }

  /** From the command to its word that it is ready. */
  Duration ready() {
    return ready.join();
  }

  /** What the start was spent on, in the order in which it was done; steps ran side by side. */
  Map<String, Integer> stepMillis() {
    synchronized (stepMillis) {
      return new LinkedHashMap<>(stepMillis);
    }
  }

  RunningServer where() {
    return DataFolder.running(folder).orElseThrow();
  }

  String address() {
    return "http://127.0.0.1:" + where().port();
  }

  long pid() {
    return process.pid();
  }

  /** Stops it the way Ctrl-C does, and waits. */
  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) hear(line);
    } catch (IOException ended) {
      ready.completeExceptionally(ended);
    } finally {
      ready.completeExceptionally(new IllegalStateException("it has ended"));
    }
  }

  private void hear(String line) {
    Matcher step = STEP.matcher(line);
    if (step.matches()) stepMillis.put(step.group(1), Integer.parseInt(step.group(2)));
    if (line.startsWith("ready after")) ready.complete(Duration.ofNanos(System.nanoTime() - began));
  }
}
