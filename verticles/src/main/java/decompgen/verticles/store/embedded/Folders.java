package decompgen.verticles.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole trees of files: removed, or given to another account. */
final class Folders {
  private Folders() {}

  /** Removes the folder and all in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return;
    for (Path path : deepestFirst(folder)) Files.deleteIfExists(path);
  }

  /** Makes the user the owner of the folder and all in it, unless it owns the folder already. */
  static void own(Path folder, String user) throws IOException {
    var owner = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
    if (Files.getOwner(folder).equals(owner)) return;
    // The folder itself comes last, so that an interrupted change is done again.
    for (Path path : deepestFirst(folder))
      Files.setAttribute(path, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
