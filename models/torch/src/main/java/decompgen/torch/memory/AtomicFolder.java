package decompgen.torch.memory;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is there whole or not at all, whatever stops the process that writes it. */
public final class AtomicFolder {
  private AtomicFolder() {}

  /** Writes files into a folder. */
  @FunctionalInterface
  public interface Filling {
    /**
     * @param folder empty and hidden; there are to be only files in it
     */
    void fill(Path folder) throws IOException;
  }

  /**
   * Fills a hidden folder beside the target, forces it to the disk and renames it. A folder that
   * was there before is replaced; between the two renamings it is hidden, and the next writing
   * brings it back when the process was killed there.
   *
   * @throws IOException when it cannot be written; what was there before stays
   */
  public static void write(Path target, Filling filling) throws IOException {
    Path parent = requireNonNull(target.toAbsolutePath().getParent(), "a folder has a parent");
    Files.createDirectories(parent);
    Path partial = parent.resolve("." + target.getFileName() + ".partial");
    Path old = parent.resolve("." + target.getFileName() + ".old");
    restore(old, target);
    delete(partial);
    try {
      Files.createDirectory(partial);
      filling.fill(partial);
      for (Path file : files(partial)) force(file);
      force(partial);
    } catch (IOException | RuntimeException failed) {
      delete(partial);
      throw failed;
    }
    delete(old);
    if (Files.exists(target)) Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      restore(old, target);
      throw failed;
    }
    force(parent);
    delete(old);
  }

  private static void restore(Path old, Path target) throws IOException {
    if (Files.exists(old) && !Files.exists(target))
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a folder and what is in it; one that is not there is fine. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) Files.delete(path);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  /** Forces a file or a folder's entries to the disk. */
  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
