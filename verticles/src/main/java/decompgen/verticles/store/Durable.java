package decompgen.verticles.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files and folders that are on the disk once a call has returned. Calls block. */
public final class Durable {
  private Durable() {}

  /**
   * Writes a file that is there wholly or not at all, whatever was there before; what is left of an
   * interrupted writing is the temporary file.
   *
   * @param temporary on the same disk
   */
  public static void write(Path file, byte[] bytes, Path temporary) throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) channel.write(left);
      channel.force(true);
    }
    Files.move(temporary, file, ATOMIC_MOVE);
    sync(file.resolveSibling("."));
  }

  /** Brings the names in a folder to the disk. */
  public static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
