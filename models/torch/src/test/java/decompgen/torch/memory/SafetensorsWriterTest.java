package decompgen.torch.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("native")
class SafetensorsWriterTest {
  @TempDir Path folder;

  @Test
  void write_severalDtypes_widestFirstThenByNameAndReadBackEqually() throws IOException {
    Path file = folder.resolve("x.safetensors");
    try (TensorScope _ = TensorScope.open()) {
      var half = Tensors.of(new float[] {1.5f, -2}, 2).to(Dtype.F16.scalarType());
      var wide = Tensors.of(new long[] {7, 8, 9}, 3);
      var turned = Tensors.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).t();
      SafetensorsWriter.write(
          file,
          Map.of("a", half, "z", wide, "b2", turned, "b10", torch.zeros(0)),
          Map.of("format", "pt"));
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int header = text.charAt(0) + 256 * text.charAt(1);
    assertThat(header % 8).isZero();
    assertThat(text.substring(8, 8 + header).strip())
        .isEqualTo(
            "{\"__metadata__\":{\"format\":\"pt\"},"
                + "\"z\":{\"dtype\":\"I64\",\"shape\":[3],\"data_offsets\":[0,24]},"
                + "\"b10\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[24,24]},"
                + "\"b2\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[24,48]},"
                + "\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[48,52]}}");
    try (Safetensors read = Safetensors.open(file);
        TensorScope _ = TensorScope.open()) {
      assertThat(Tensors.longs(read.tensor("z"))).containsExactly(7, 8, 9);
      assertThat(Tensors.floats(read.tensor("b2"))).containsExactly(1, 4, 2, 5, 3, 6);
      assertThat(Tensors.floats(read.tensor("a"))).containsExactly(1.5f, -2);
    }
  }
}
