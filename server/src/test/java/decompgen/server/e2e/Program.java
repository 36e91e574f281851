package decompgen.server.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The command line in a process of its own, on the class path of the tests. */
final class Program {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));

  /** How a command ended and what it wrote. */
  record Ended(int exit, String out, String err) {}

  private Program() {}

  /** Runs the command with its words in a file, as the launcher hands long ones over. */
  static Ended runFromFile(Path file, String... arguments) throws IOException {
    Files.writeString(file, String.join("\0", arguments) + "\0");
    return ended(start(List.of("-Ddecompgen.words=" + file), List.of()));
  }

  /** Starts the command; both its outputs are pipes. */
  static Process start(String... arguments) {
    return start(List.of(), List.of(arguments));
  }

  private static Process start(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>(java());
    command.addAll(options);
    command.add("decompgen.server.Main");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Not on the command line: ONNX Runtime 1.29 crashes in a process whose own is beyond 4 KiB.
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    builder.environment().put("DJL_CACHE_DIR", "" + ROOT.resolve("models/torch/target/djl"));
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command to its end. */
  static Ended run(String... arguments) {
    return ended(start(arguments));
  }

  private static Ended ended(Process process) {
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
    String out = text(process.getInputStream());
    try {
      return new Ended(process.waitFor(), out, err.join());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> java() {
    return Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            "-Dorg.bytedeco.javacpp.cachedir=" + ROOT.resolve("models/torch/target/javacpp"),
            "-Ddecompgen.root=" + ROOT,
            "-Ddecompgen.parser=" + ROOT.resolve("models/language/target/parser"),
            "-Donnxruntime.native.path=" + ROOT.resolve("models/onnx/target/natives"))
        .toList();
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
