package decompgen.verticles.store.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs as they come in a jar, unpacked once into {@code <version>/} (75 MB, about
 * a second).
 */
final class Binaries {
  /** The version in the jar; BinariesTest compares it with what the programs say. */
  static final String VERSION = "18.6.0";

  private static final String UNPACKING = VERSION + ".unpacking";

  private Binaries() {}

  /**
   * The folder with {@code bin/}, {@code lib/} and {@code share/}; what an interrupted unpacking
   * left is removed and done again.
   *
   * @throws Failure DATABASE_UNUSABLE when there are no programs for this system
   */
  static Path unpack(Path postgresql) throws IOException {
    Path home = postgresql.resolve(VERSION);
    if (Files.isDirectory(home)) return home;
    Path unpacking = postgresql.resolve(UNPACKING);
    Folders.remove(unpacking);
    Files.createDirectories(unpacking);
    String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream archive = archive(name)) {
      unpack(archive, unpacking);
    }
    return Files.move(unpacking, home, ATOMIC_MOVE);
  }

  static InputStream archive(String name) {
    return Optional.ofNullable(Binaries.class.getResourceAsStream("/" + name))
        .orElseThrow(
            () ->
                new Failure(
                    ErrorCode.DATABASE_UNUSABLE,
                    "This server brings no PostgreSQL for your system ("
                        + name
                        + "). Set database.url to a PostgreSQL 15 or newer:"
                        + " postgresql://user:password@host:5432/database."));
  }

  /** The archive's name for a system: {@code postgres-linux-x86_64.txz}. */
  static String archiveName(String system, String processor) {
    String lower = system.toLowerCase(Locale.ROOT);
    String family =
        lower.startsWith("mac") ? "darwin" : lower.startsWith("windows") ? "windows" : lower;
    String machine =
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64" -> "arm_64";
          default -> processor;
        };
    return "postgres-" + family + "-" + machine + ".txz";
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive, 1 << 16)), 1 << 16))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
        unpack(entry, tar, target);
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) throw new IOException("outside the archive: " + entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolve("..").normalize());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, path);
      if ((entry.getMode() & 0100) != 0) makeExecutable(path);
    }
  }

  private static void makeExecutable(Path program) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(program);
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    permissions.add(PosixFilePermission.GROUP_EXECUTE);
    permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    Files.setPosixFilePermissions(program, permissions);
  }
}
