package decompgen.loadtests.claims;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.benchmark.LabelledSentence;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.loadtests.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with claims.jsonl, lines {image, sentence, label: 1 true | 0 false}, and the images that
 * it names by their paths from the folder.
 */
record ClaimsFolder(Path folder, List<LabelledSentence> sentences) {
  ClaimsFolder {
    sentences = List.copyOf(sentences);
  }

  /**
   * Reads the sentences, not the images.
   *
   * @throws Failure REQUEST_INVALID naming file and line
   */
  static ClaimsFolder read(Path folder) {
    Path file = folder.resolve("claims.jsonl");
    return new ClaimsFolder(folder, JsonLines.read(file, ClaimsFolder::sentence));
  }

  private static LabelledSentence sentence(JsonNode row) {
    int label = row.required("label").asInt(-1);
    if (label != 0 && label != 1)
      throw new IllegalArgumentException("label must be 1 for true or 0 for false");
    return new LabelledSentence(
        row.required("image").asText(), row.required("sentence").asText(), label == 1);
  }

  /** The file of a photo as it would be uploaded. */
  byte[] image(String photo) {
    Path file = folder.resolve(photo);
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      String message = file + ", named in claims.jsonl, cannot be read";
      throw new Failure(ErrorCode.REQUEST_INVALID, message, unreadable);
    }
  }
}
