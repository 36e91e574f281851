package decompgen.torch.text;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.FileLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Qwen's vocabulary: lines of a token's bytes in base64, a space, its rank; ranks count from 0. */
final class TiktokenFile {
  static final String NAME = "qwen.tiktoken";

  private TiktokenFile() {}

  /**
   * @return ranks by bytes, in the file's order
   * @throws Failure MODEL_UNREADABLE, naming file and line
   */
  static Map<byte[], Integer> read(Path folder) {
    Path file = folder.resolve(NAME);
    Map<byte[], Integer> ranks = new LinkedHashMap<>();
    for (String line : lines(file)) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 2 || !parts[1].equals(String.valueOf(ranks.size())))
        throw broken(file, ranks.size(), line);
      ranks.put(bytes(file, parts[0], ranks.size()), ranks.size());
    }
    if (ranks.size() < 256)
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          file
              + " has "
              + ranks.size()
              + " tokens, less than there are bytes: truncated? Copy it anew.");
    return ranks;
  }

  private static List<String> lines(Path file) {
    try {
      FileLimit.require(file);
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          file + " cannot be read (" + unreadable + "): copy the checkpoint's folder whole.",
          unreadable);
    }
  }

  private static byte[] bytes(Path file, String base64, int rank) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw broken(file, rank, base64);
    }
  }

  private static Failure broken(Path file, int rank, String line) {
    return new Failure(
        ErrorCode.MODEL_UNREADABLE,
        "%s, line %d: \"%s\" is not a token in base64 and rank %d: truncated? Copy it anew."
            .formatted(file, rank + 1, line, rank));
  }
}
