package decompgen.verticles.store;

import static decompgen.verticles.store.StoreSamples.IMAGE;
import static decompgen.verticles.store.StoreSamples.PICTURE;
import static decompgen.verticles.store.StoreSamples.assertFails;
import static decompgen.verticles.store.StoreSamples.await;
import static decompgen.verticles.store.StoreSamples.score;
import static decompgen.verticles.store.embedded.TestPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureId;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class FileImageStoreTest {
  @TempDir Path temporary;
  private Path folder;
  private Stores stores;
  private FileImageStore images;

  @BeforeEach
  void open() throws SQLException {
    folder = temporary.resolve("images");
    stores = Stores.open(folder);
    images = stores.images();
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void put_image_isAFileNamedByItsHashAndARow() throws Exception {
    assertThat(await(images.put(IMAGE))).isEqualTo(PICTURE);

    assertThat(await(images.find(PICTURE))).hasValueSatisfying(b -> assertThat(b).isEqualTo(IMAGE));
    assertThat(files()).containsExactly(file());
    assertThat(query(stores.url(), "SELECT id FROM picture")).isEqualTo(PICTURE.value());
  }

  @Test
  void put_imageThatIsThere_isKeptAsItIs() throws IOException {
    await(images.put(IMAGE));
    Object before = Files.getAttribute(file(), "unix:ino");

    await(images.put(IMAGE));

    assertThat(Files.getAttribute(file(), "unix:ino")).isEqualTo(before);
  }

  @Test
  void find_damagedImage_failsUntilItIsPutAgain() throws IOException {
    await(images.put(IMAGE));
    byte[] damaged = IMAGE.clone();
    damaged[3] ^= 1;
    Files.write(file(), damaged);
    assertFails(ErrorCode.INTERNAL, () -> images.find(PICTURE));

    await(images.put(IMAGE));

    assertThat(await(images.find(PICTURE))).hasValueSatisfying(b -> assertThat(b).isEqualTo(IMAGE));
  }

  @Test
  void find_unknownImage_empty() {
    assertThat(await(images.find(PICTURE))).isEmpty();
  }

  @Test
  void open_afterInterruptedWrites_removesWhatTheyLeft() throws IOException {
    await(images.put(IMAGE));
    Files.writeString(folder.resolve("unfinished/0b1c"), "half an im");

    FileImageStore.open(stores.vertx(), folder, stores.database());

    assertThat(files()).containsExactly(file());
  }

  @Test
  void open_newFolder_isClosedToOtherUsers() throws IOException {
    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void open_fileInTheWay_advisesAnotherFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> FileImageStore.open(stores.vertx(), file, stores.database()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("--data");
  }

  @Test
  void delete_image_takesFileAndRow() throws Exception {
    await(images.put(IMAGE));

    assertThat(await(images.delete(PICTURE))).isTrue();

    assertThat(await(images.delete(PICTURE))).isFalse();
    assertThat(await(images.find(PICTURE))).isEmpty();
    assertThat(query(stores.url(), "SELECT count(*) FROM picture")).isEqualTo("0");
  }

  @Test
  void delete_imageThatAScoreRestsOn_isInUseUntilTheScoreGoes() {
    PgScoreStore scores = stores.scores();
    StoredScore score = score("A cat.");
    await(images.put(IMAGE));
    await(scores.begin(score));

    assertFails(ErrorCode.IN_USE, () -> images.delete(PICTURE));
    assertThat(await(images.find(PICTURE))).isPresent();

    await(scores.delete(score.id()));
    assertThat(await(images.delete(PICTURE))).isTrue();
  }

  @Test
  void putAndDelete_atTheSameTime_rowsAndFilesAgreeInTheEnd() {
    for (int round = 0; round < 20; round++) {
      List<Future<?>> calls = new ArrayList<>();
      for (int call = 0; call < 3; call++) {
        calls.add(images.put(IMAGE));
        calls.add(images.delete(PICTURE));
      }
      await(Future.all(calls));
      await(images.put(IMAGE));
      assertThat(await(images.find(PICTURE))).isPresent();
    }
  }

  @Test
  void put_manyAtOnce_eachIsThere() {
    List<Future<PictureId>> puts = new ArrayList<>();
    for (byte image = 0; image < 40; image++) puts.add(images.put(new byte[] {image, 1, 2}));
    for (Future<PictureId> put : puts) assertThat(await(images.find(await(put)))).isPresent();
  }

  private Path file() {
    String hex = PICTURE.hex();
    return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
