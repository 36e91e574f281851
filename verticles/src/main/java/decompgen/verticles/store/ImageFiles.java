package decompgen.verticles.store;

import decompgen.domain.picture.PictureId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/**
 * Files named by the hash of what is in them: {@code ab/cdef…}, 64 hex digits in all. A file is
 * there wholly or not at all, and what {@link #write} has returned from survives power loss. Calls
 * block; several at once are fine.
 */
final class ImageFiles {
  private final Path folder;

  private ImageFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Creates the folder if need be, closed to other users, and removes what interrupted writes left
   * there.
   */
  static ImageFiles open(Path folder) throws IOException {
    ImageFiles files = new ImageFiles(folder);
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Durable.sync(folder.resolveSibling("."));
    }
    Files.createDirectories(files.unfinished());
    try (DirectoryStream<Path> left = Files.newDirectoryStream(files.unfinished())) {
      for (Path file : left) Files.delete(file);
    }
    return files;
  }

  private Path unfinished() {
    return folder.resolve("unfinished");
  }

  Path of(PictureId id) {
    String hex = id.hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  /** Writes the file unless it is there undamaged. */
  void write(PictureId id, byte[] bytes) throws IOException {
    if (read(id).map(PictureId::of).filter(id::equals).isPresent()) return;
    Path file = of(id);
    Path temporary = unfinished().resolve(UUID.randomUUID().toString());
    try {
      makeFolder(file.resolveSibling("."));
      Durable.write(file, bytes, temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void makeFolder(Path shelf) throws IOException {
    try {
      Files.createDirectory(shelf.normalize());
      Durable.sync(folder);
    } catch (FileAlreadyExistsException there) {
      // Made by an earlier image.
    }
  }

  Optional<byte[]> read(PictureId id) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(of(id)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  boolean there(PictureId id) {
    return Files.isRegularFile(of(id));
  }

  boolean remove(PictureId id) throws IOException {
    return Files.deleteIfExists(of(id));
  }
}
