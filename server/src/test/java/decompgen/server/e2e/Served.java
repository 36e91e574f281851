package decompgen.server.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;

import decompgen.verticles.store.DataFolder;
import decompgen.verticles.store.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A server on a data folder of its own, in a process that can be killed, stopped and started again.
 */
final class Served implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private Process process;

  private Served(Path folder) {
    this.folder = folder;
    this.process = start();
  }

  /** A server on a new data folder, ready. */
  static Served onNewFolder() {
    try {
      return new Served(Files.createTempDirectory("decompgen-e2e"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Client client() {
    RunningServer running = DataFolder.running(folder).orElseThrow();
    return new Client(running.port(), running.managementPort());
  }

  /** Starts the server again unless it runs, and waits until it is ready. */
  void revive() {
    if (!process.isAlive()) process = start();
  }

  /** kill -9 of the server; its PostgreSQL lives on. */
  void kill() {
    process.destroyForcibly();
    exit();
  }

  /** kill -9 of PostgreSQL's first process. */
  void killPostmaster() {
    postmaster().ifPresent(ProcessHandle::destroyForcibly);
  }

  /**
   * A signal to all processes of PostgreSQL: {@code STOP} makes it silent, {@code CONT} goes on.
   */
  void signalPostgres(String signal) throws IOException, InterruptedException {
    ProcessHandle first = postmaster().orElseThrow();
    Stream<String> all =
        Stream.concat(Stream.of(first), first.descendants()).map(process -> "" + process.pid());
    List<String> command = Stream.concat(Stream.of("kill", "-" + signal), all).toList();
    new ProcessBuilder(command).start().waitFor();
  }

  private Optional<ProcessHandle> postmaster() {
    try {
      Path note = folder.resolve("postgresql/cluster/postmaster.pid");
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(note).getFirst().strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM: the server finishes what runs. */
  void stop() {
    process.toHandle().destroy();
  }

  /** Waits for the end of the process. */
  int exit() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) throw new AssertionError("it does not end");
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops the server, so that its PostgreSQL ends too, and deletes the folder. */
  @Override
  public void close() {
    revive();
    stop();
    exit();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process start() {
    Process started =
        Program.start("serve", "--port", "0", "--management-port", "0", "--data", "" + folder);
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<Boolean> ready = new CompletableFuture<>();
    Thread.ofPlatform().daemon().start(() -> listen(started.inputReader(), said, ready));
    Thread.ofPlatform().daemon().start(() -> listen(started.errorReader(), said, ready));
    if (!ready.completeOnTimeout(false, PATIENCE_SECONDS, SECONDS).join())
      throw new AssertionError("the server does not start: " + String.join("\n", said));
    return started;
  }

  /** Reads to the end, so that the process never waits for its reader. */
  private static void listen(
      BufferedReader output, List<String> said, CompletableFuture<Boolean> ready) {
    try (output) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (!ready.isDone()) said.add(line);
        if (line.startsWith("ready after")) ready.complete(true);
      }
    } catch (IOException ended) {
      said.add(ended.toString());
    }
    ready.complete(false);
  }
}
