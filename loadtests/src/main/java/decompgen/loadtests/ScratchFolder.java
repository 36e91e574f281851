package decompgen.loadtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder outside the project that is there for one run. */
public record ScratchFolder(Path path) implements AutoCloseable {

  /** A new empty one. */
  public static ScratchFolder create() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("decompgen-bench"));
  }

  /** Deletes it with all that is in it. */
  @Override
  public void close() throws IOException {
    List<Path> inside;
    try (Stream<Path> files = Files.walk(path)) {
      inside = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : inside) Files.delete(file);
  }
}
