package decompgen.torch.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.Parity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are as they should be, and files that are damaged or lie. */
@Tag("native")
class SafetensorsTest {
  private static final Path SHARDED = Parity.folder("llava/model-sharded");
  private static final String X =
      "{\"x\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]}}";

  @TempDir Path folder;

  @Test
  void tensor_ofAWholeFile_isItsValues() throws IOException {
    try (Safetensors file = Safetensors.open(written(X, 1, 2));
        TensorScope _ = TensorScope.open()) {
      assertThat(file.keys()).containsExactly("x");
      assertThat(Tensors.floats(file.tensor("x"))).containsExactly(1, 2);
    }
  }

  /** Nine bytes of header more than eight: the values begin at an odd address. */
  @Test
  void tensor_ofUnalignedValues_isItsValues() throws IOException {
    int padding = (9 - X.length() % 8) % 8;
    try (Safetensors file = Safetensors.open(written(X + " ".repeat(padding), 3, 4));
        TensorScope _ = TensorScope.open()) {
      assertThat(Tensors.floats(file.tensor("x"))).containsExactly(3, 4);
    }
  }

  @Test
  void missingFile_isNamed() {
    Path absent = folder.resolve("absent.safetensors");
    unreadable(() -> Safetensors.open(absent), absent + " is missing");
  }

  @Test
  void truncatedFile_isToldWithTheTensor() throws IOException {
    Path file = written(X, 1, 2);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));
    unreadable(
        () -> Safetensors.open(file),
        file + ": x lies at bytes 0 to 8, the file has 7: truncated?");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
    unreadable(() -> Safetensors.open(file), "its header claims " + X.length() + " bytes");
    Files.write(file, new byte[] {1, 2, 3});
    unreadable(() -> Safetensors.open(file), "it has 3 bytes, so it is no safetensors file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 4] | x F32 [2] takes 8 bytes, its offsets give 4",
        "'dtype': 'F32', 'shape': [2], 'data_offsets': [4, 12] | x lies at bytes 4 to 12, the file has 8",
        "'dtype': 'F32', 'shape': [2], 'data_offsets': [8, 0] | x lies at bytes 8 to 0",
        "'dtype': 'F32', 'shape': [2], 'data_offsets': [-8, 0] | x lies at bytes -8 to 0",
        "'dtype': 'F32', 'shape': [1152921504606846976, 16], 'data_offsets': [0, 0] | x has the impossible shape",
        "'dtype': 'F32', 'shape': [-1], 'data_offsets': [0, 0] | x has the impossible shape",
        "'dtype': 'Q4', 'shape': [2], 'data_offsets': [0, 8] | x has the unknown dtype Q4",
        "'shape': [2], 'data_offsets': [0, 8] | x lacks dtype, shape or data_offsets",
      })
  void headerThatLies_isToldWithFileAndKey(String header, String why) throws IOException {
    Path file = written("{\"x\": {" + header.replace('\'', '"') + "}}", 1, 2);
    unreadable(() -> Safetensors.open(file), file + ": " + why);
  }

  @Test
  void headerOfAnImpossibleLength_isNotAllocated() throws IOException {
    Path file = folder.resolve("long.safetensors");
    Files.write(file, little(16).putLong(Long.MAX_VALUE).putLong(0).array());
    unreadable(() -> Safetensors.open(file), "its header claims 9223372036854775807 bytes");
  }

  @Test
  void headerThatIsNoJson_isTold() throws IOException {
    Path file = written("{\"x\": ", 1);
    unreadable(() -> Safetensors.open(file), file.toString());
  }

  @Test
  void missingShard_isNamed() throws IOException {
    copyShards();
    Path shard = shards()[1];
    Files.delete(shard);
    unreadable(() -> Weights.open(folder), shard + " is missing");
  }

  @Test
  void shardWithoutATensorOfTheIndex_isNamed() throws IOException {
    copyShards();
    Path[] shards = shards();
    Files.delete(shards[0]);
    Files.copy(shards[1], shards[0]);
    unreadable(() -> Weights.open(folder), shards[0] + " has no tensor ");
  }

  @Test
  void indexThatLeadsOutOfTheFolder_isRefused() throws IOException {
    index("{\"weight_map\": {\"x\": \"../other/model.safetensors\"}}");
    unreadable(() -> Weights.open(folder), "which is no plain file name");
    index("{\"weight_map\": {}}");
    unreadable(() -> Weights.open(folder), "has no weight_map");
  }

  @Test
  void tensorOfAnotherShapeOrType_isRefusedWithFileKeyShapeAndDtype() throws IOException {
    Path file = folder.resolve("model.safetensors");
    String ids = "{\"ids\": {\"dtype\": \"I64\", \"shape\": [1], \"data_offsets\": [0, 8]}}";
    Files.move(written(ids, 1, 2), file);
    try (Weights weights = Weights.open(folder)) {
      unreadable(
          () -> weights.tensor(Placement.CPU_FLOAT32, new long[] {1}, "ids"),
          file + ": ids is I64 [1], config.json asks for [1] and a floating type");
    }
    Files.delete(file);
    Files.move(written(X, 1, 2), file);
    try (Weights weights = Weights.open(folder)) {
      unreadable(
          () -> weights.tensor(Placement.CPU_FLOAT32, new long[] {3}, "x"),
          file + ": x is F32 [2], config.json asks for [3]");
      unreadable(
          () -> weights.tensor(Placement.CPU_FLOAT32, new long[] {2}, "y"),
          folder + ": no file of the checkpoint has y");
    }
  }

  private Path written(String header, float... values) throws IOException {
    byte[] json = header.getBytes(UTF_8);
    ByteBuffer bytes = little(8 + json.length + 4 * values.length);
    bytes.putLong(json.length).put(json);
    for (float value : values) bytes.putFloat(value);
    return Files.write(folder.resolve("x.safetensors"), bytes.array());
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void copyShards() throws IOException {
    try (var files = Files.list(SHARDED)) {
      for (Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
    }
  }

  private Path[] shards() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".safetensors"))
          .sorted()
          .toArray(Path[]::new);
    }
  }

  private void index(String json) throws IOException {
    Files.writeString(folder.resolve("model.safetensors.index.json"), json);
  }

  private static void unreadable(ThrowingCallable opening, String why) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE))
        .hasMessageContaining(why);
  }
}
