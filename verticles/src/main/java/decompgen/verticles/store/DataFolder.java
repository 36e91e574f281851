package decompgen.verticles.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder in which a server keeps everything: {@code images/}, {@code postgresql/}, {@code
 * owner}, and {@code server.json}, the note that tells the command line where the server is. One
 * server at a time holds it; the lock ends with the process, however that ends.
 */
public final class DataFolder implements AutoCloseable {
  // A process loses a POSIX lock when it closes any channel to the file, so a second attempt of
  // this process must not even open it.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Creates the folder if need be and holds it until {@link #close}.
   *
   * @throws Failure DATA_FOLDER_TAKEN when another server holds it, CONFIG_INVALID when it cannot
   *     be written
   */
  public static DataFolder hold(Path path) {
    try {
      Path folder = Files.createDirectories(path.toAbsolutePath()).toRealPath();
      if (!HELD.add(folder)) throw taken(folder);
      try {
        return locked(folder);
      } catch (IOException | RuntimeException notHeld) {
        HELD.remove(folder);
        throw notHeld;
      }
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          "The data folder " + path + " cannot be written (" + e + "). Choose another with --data.",
          e);
    }
  }

  private static DataFolder locked(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve("server.lock"), CREATE, WRITE);
    try {
      if (channel.tryLock() == null) throw taken(folder);
      DataFolder held = new DataFolder(folder, channel);
      held.announce(0, 0);
      return held;
    } catch (IOException | RuntimeException notHeld) {
      channel.close();
      throw notHeld;
    }
  }

  private static Failure taken(Path folder) {
    Optional<RunningServer> holder = note(folder);
    String who = holder.map(server -> "process " + server.pid()).orElse("another process");
    String where =
        holder
            .filter(RunningServer::announced)
            .map(server -> ", which serves on " + server.address())
            .orElse("");
    return new Failure(
        ErrorCode.DATA_FOLDER_TAKEN,
        "The data folder %s is in use by %s%s. Use that server, stop it, or choose another folder with --data."
            .formatted(folder, who, where));
  }

  /** The server that holds the folder and has announced its ports, as far as its note tells. */
  public static Optional<RunningServer> running(Path folder) {
    return note(folder).filter(RunningServer::announced).filter(RunningServer::alive);
  }

  /** Notes where this server can be reached. */
  public void announce(int port, int managementPort) {
    RunningServer self = new RunningServer(ProcessHandle.current().pid(), port, managementPort);
    write("server.json", self.json());
  }

  /**
   * The name by which this folder's servers, one after the other, find their unfinished scores
   * again; made once.
   */
  public String owner() {
    Path file = folder.resolve("owner");
    if (!Files.exists(file)) write("owner", UUID.randomUUID().toString());
    try {
      return Files.readString(file, UTF_8).strip();
    } catch (IOException e) {
      throw unusable("read", e);
    }
  }

  private void write(String name, String text) {
    try {
      Durable.write(folder.resolve(name), text.getBytes(UTF_8), folder.resolve(name + ".new"));
    } catch (IOException e) {
      throw unusable("written", e);
    }
  }

  private Failure unusable(String how, IOException cause) {
    return new Failure(
        ErrorCode.INTERNAL,
        "The data folder %s cannot be %s (%s). Look at the disk's space and permissions."
            .formatted(folder, how, cause),
        cause);
  }

  public Path path() {
    return folder;
  }

  public Path images() {
    return folder.resolve("images");
  }

  public Path postgresql() {
    return folder.resolve("postgresql");
  }

  /** Lets go of the folder; calls after the first do nothing. */
  @Override
  public void close() {
    if (!lock.isOpen()) return;
    try (lock) {
      Files.deleteIfExists(folder.resolve("server.json"));
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.INTERNAL, "The data folder " + folder + " cannot be let go: " + e, e);
    } finally {
      HELD.remove(folder);
    }
  }

  private static Optional<RunningServer> note(Path folder) {
    try {
      return RunningServer.parse(Files.readString(folder.resolve("server.json"), UTF_8));
    } catch (IOException noNote) {
      return Optional.empty();
    }
  }
}
