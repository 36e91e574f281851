package decompgen.verticles.store;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Images as files named by their hash, each with a row in the table {@code picture}, by which the
 * database guards those that scores rest on. Files are read and written on worker threads.
 */
public final class FileImageStore implements ImageStore {
  // A picture put again soon needs no new time, and so no commit that waits for the disk.
  private static final String NOTE =
      """
      INSERT INTO picture (id) VALUES ($1)
      ON CONFLICT (id) DO UPDATE SET put = now() WHERE picture.put < now() - interval '1 minute'""";

  private static final String FORGET = "DELETE FROM picture WHERE id = $1";

  private final Vertx vertx;
  private final ImageFiles files;
  private final Database database;

  private FileImageStore(Vertx vertx, ImageFiles files, Database database) {
    this.vertx = requireNonNull(vertx, "vertx");
    this.files = files;
    this.database = requireNonNull(database, "database");
  }

  /**
   * Opens the folder, which this process must hold: unfinished files in it are removed. Blocks.
   *
   * @throws Failure CONFIG_INVALID when it cannot be written
   */
  public static FileImageStore open(Vertx vertx, Path folder, Database database) {
    try {
      return new FileImageStore(vertx, ImageFiles.open(folder), database);
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          "The image folder "
              + folder
              + " cannot be written ("
              + e
              + "). Choose another with --data.",
          e);
    }
  }

  @Override
  public Future<PictureId> put(byte[] uploaded) {
    return blocking(() -> written(uploaded))
        .compose(id -> database.run(NOTE, Tuple.of(id.value())).map(id))
        // A deletion that ran meanwhile took the file that was found there.
        .compose(id -> blocking(() -> files.there(id) ? id : written(uploaded)));
  }

  private PictureId written(byte[] uploaded) throws IOException {
    PictureId id = PictureId.of(uploaded);
    files.write(id, uploaded);
    return id;
  }

  @Override
  public Future<Optional<byte[]>> find(PictureId id) {
    return blocking(
        () -> {
          Optional<byte[]> bytes = files.read(id);
          if (bytes.isPresent() && !PictureId.of(bytes.get()).equals(id))
            throw new Failure(
                ErrorCode.INTERNAL,
                "The stored image " + id + " is damaged. Send it again, which repairs it.");
          return bytes;
        });
  }

  /**
   * {@inheritDoc}
   *
   * <p>The file goes before its row's removal is committed, so that a put at the same time, which
   * waits for that row, finds the file gone and writes it again.
   */
  @Override
  public Future<Boolean> delete(PictureId id) {
    return database
        .transaction(
            client ->
                client
                    .preparedQuery(FORGET)
                    .execute(Tuple.of(id.value()))
                    .compose(
                        rows ->
                            blocking(() -> files.remove(id))
                                .map(was -> was || rows.rowCount() > 0)))
        .recover(thrown -> Future.failedFuture(inUse(id, thrown)));
  }

  private static Throwable inUse(PictureId id, Throwable thrown) {
    return DatabaseFailure.foreignKey(thrown)
        ? new Failure(
            ErrorCode.IN_USE,
            "Scores rest on the image " + id + ". Delete those scores first.",
            thrown)
        : thrown;
  }

  private <T> Future<T> blocking(Callable<T> work) {
    return vertx.<T>executeBlocking(() -> explained(work), false).map(Objects::requireNonNull);
  }

  private static <T> T explained(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (IOException e) {
      throw new Failure(
          ErrorCode.INTERNAL,
          "The image folder cannot be used (" + e + "). Look at the disk's space and permissions.",
          e);
    }
  }
}
