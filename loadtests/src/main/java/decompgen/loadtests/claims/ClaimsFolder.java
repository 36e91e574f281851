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

  /**
   * The same part of the photos of each folder; those of several folders are named by the folder
   * too.
   *
   * @throws Failure REQUEST_INVALID naming file and line
   */
  static ClaimsFolder of(List<Path> folders, PhotoSplit part) {
    if (folders.size() == 1) return read(folders.getFirst()).part(part);
    List<LabelledSentence> sentences =
        folders.stream()
            .map(ClaimsFolder::read)
            .flatMap(claims -> claims.part(part).sentences().stream().map(claims::located))
            .toList();
    return new ClaimsFolder(Path.of(""), sentences);
  }

  private ClaimsFolder part(PhotoSplit part) {
    return new ClaimsFolder(folder, part.of(sentences));
  }

  private LabelledSentence located(LabelledSentence said) {
    String photo = folder.resolve(said.photo()).toString();
    return new LabelledSentence(photo, said.sentence(), said.holds());
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
