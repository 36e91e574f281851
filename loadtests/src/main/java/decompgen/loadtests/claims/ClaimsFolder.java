package decompgen.loadtests.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.benchmark.LabelledSentence;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder with claims.jsonl, lines {image, sentence, label: 1 true | 0 false}, and the images that
 * it names by their paths from the folder.
 */
record ClaimsFolder(Path folder, List<LabelledSentence> sentences) {
  private static final ObjectMapper JSON = new ObjectMapper();

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
    List<LabelledSentence> sentences = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) sentences.add(sentence(line, file + ":" + number));
      }
    } catch (IOException unreadable) {
      throw invalid(file + " cannot be read; --help says what it looks like", unreadable);
    }
    if (sentences.isEmpty()) throw invalid(file + " has no sentences", null);
    return new ClaimsFolder(folder, sentences);
  }

  private static LabelledSentence sentence(String line, String where) {
    JsonNode row;
    try {
      row = JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw invalid(where + " is no JSON: " + broken.getOriginalMessage(), broken);
    }
    int label = row.path("label").asInt(-1);
    if (!row.path("image").isTextual()
        || !row.path("sentence").isTextual()
        || label != 0 && label != 1)
      throw invalid(where + " must be {\"image\": …, \"sentence\": …, \"label\": 1 or 0}", null);
    return new LabelledSentence(
        row.get("image").textValue(), row.get("sentence").textValue(), label == 1);
  }

  /** The file of a photo as it would be uploaded. */
  byte[] image(String photo) {
    Path file = folder.resolve(photo);
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw invalid(file + ", named in claims.jsonl, cannot be read", unreadable);
    }
  }

  private static Failure invalid(String message, @Nullable Exception cause) {
    return new Failure(ErrorCode.REQUEST_INVALID, message, cause);
  }
}
