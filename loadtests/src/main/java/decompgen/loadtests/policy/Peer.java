package decompgen.loadtests.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.loadtests.ScratchFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Python process with transformers and PEFT that does the same work on the same weights, a round
 * each time it is asked to, so that the two can take turns.
 */
final class Peer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ERRORS = "errors.txt";

  private final ScratchFolder folder;
  private final Process process;
  private final BufferedReader answers;
  private final Writer requests;

  private Peer(ScratchFolder folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts a script of this package on a checkpoint.
   *
   * @param python an interpreter that has the packages of requirements.txt
   * @param job what it reads first
   * @throws Failure CONFIG_INVALID when the interpreter cannot be run
   */
  static Peer start(Path python, String script, Path model, Object job) throws IOException {
    ScratchFolder folder = ScratchFolder.create();
    try {
      Path code = folder.path().resolve(script);
      copy(script, code);
      Path written = folder.path().resolve("job.json");
      JSON.writeValue(written.toFile(), job);
      return new Peer(folder, process(folder, python, code, model, written));
    } catch (IOException | RuntimeException failed) {
      folder.close();
      throw failed;
    }
  }

  private static Process process(ScratchFolder folder, Path python, Path... arguments)
      throws IOException {
    List<String> command =
        Stream.concat(Stream.of(python), Stream.of(arguments)).map(Path::toString).toList();
    try {
      return new ProcessBuilder(command)
          .redirectError(folder.path().resolve(ERRORS).toFile())
          .start();
    } catch (IOException absent) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          python + " cannot be run: name a Python with transformers and PEFT after --peer",
          absent);
    }
  }

  /**
   * An interpreter in an environment of its own below the folder; making it fetches several
   * gigabytes once.
   */
  static Path environment(Path folder) throws IOException {
    Path python = folder.resolve("bin/python");
    Path ready = folder.resolve("ready");
    if (Files.exists(ready)) return python;
    System.err.println("Making the peer's Python environment in " + folder + " (some gigabytes).");
    Files.createDirectories(folder);
    Path requirements = folder.resolve("requirements.txt");
    copy("requirements.txt", requirements);
    run(List.of("python3", "-m", "venv", folder.toString()));
    run(List.of(python.toString(), "-m", "pip", "install", "-q", "-r", requirements.toString()));
    Files.createFile(ready);
    return python;
  }

  private static void run(List<String> command) throws IOException {
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() == 0) return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new Failure(
        ErrorCode.CONFIG_INVALID,
        String.join(" ", new ArrayList<>(command).subList(0, 3))
            + " failed: the peer needs Python 3.10 or newer with venv, and a package index");
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Peer.class.getResourceAsStream(resource), resource)) {
      Files.write(to, in.readAllBytes());
    }
  }

  /**
   * One round, and what the peer says of it.
   *
   * @throws Failure MODEL_FAILED, with the last line of its errors, when it has ended
   */
  JsonNode round() throws IOException {
    String answer = ask();
    if (answer != null) return JSON.readTree(answer);
    throw new Failure(ErrorCode.MODEL_FAILED, "the peer ended: " + lastError());
  }

  private @Nullable String ask() throws IOException {
    try {
      requests.write("go\n");
      requests.flush();
    } catch (IOException ended) {
      return null;
    }
    return answers.readLine();
  }

  private String lastError() throws IOException {
    return Files.readAllLines(folder.path().resolve(ERRORS)).stream()
        .filter(line -> !line.isBlank())
        .reduce("it said nothing", (_, later) -> later);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    folder.close();
  }
}
