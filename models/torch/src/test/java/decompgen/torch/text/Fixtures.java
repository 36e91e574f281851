package decompgen.torch.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Texts and ids of the reference implementations. */
final class Fixtures {
  private Fixtures() {}

  static Path folder(String name) {
    return Path.of(System.getProperty("parity.dir")).resolve(name);
  }

  static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(folder(file).toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
  }
}
