package decompgen.verticles.store.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL's first process, as its own note {@code postmaster.pid} tells (source: PostgreSQL
 * {@code src/include/utils/pidfile.h}).
 */
record Postmaster(long pid, int port, boolean ready) {
  /** No process has it: Linux's largest pid is one less. */
  private static final long NOBODY = 1L << 22;

  /** What the note in the cluster's folder tells; empty without a whole note. */
  static Optional<Postmaster> noted(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(note(cluster), ISO_8859_1);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
    try {
      if (lines.isEmpty()) return Optional.empty();
      int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
      boolean ready = lines.size() > 7 && lines.get(7).startsWith("ready");
      return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), port, ready));
    } catch (NumberFormatException halfWritten) {
      return Optional.empty();
    }
  }

  /** The noted process while it lives. */
  static Optional<Postmaster> living(Path cluster) throws IOException {
    return noted(cluster).filter(Postmaster::lives);
  }

  /** Whether the process is there, is a postgres, and is more than an unburied zombie. */
  boolean lives() {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      String stat = Files.readString(process.resolve("stat"));
      int name = stat.lastIndexOf(')');
      return stat.substring(0, name).endsWith("(postgres") && stat.charAt(name + 2) != 'Z';
    } catch (IOException | IndexOutOfBoundsException noLinuxProcess) {
      return !Files.isDirectory(Path.of("/proc/self")) && named();
    }
  }

  private boolean named() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(handle -> handle.info().command())
        .map(command -> command.endsWith("postgres"))
        .orElse(false);
  }

  /**
   * Takes the pid out of a note whose process is gone. PostgreSQL finds by itself that a pid is
   * free, but not that it is a zombie or, in a container started again, some other program. The
   * rest of the note stays: by it PostgreSQL finds orphans that still use the shared memory.
   */
  static void disown(Path cluster) throws IOException {
    if (noted(cluster).isEmpty()) return;
    Stream<String> rest = Files.readAllLines(note(cluster), ISO_8859_1).stream().skip(1);
    Files.write(
        note(cluster), Stream.concat(Stream.of(Long.toString(NOBODY)), rest).toList(), ISO_8859_1);
  }

  private static Path note(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
