package decompgen.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.policy.Turn;
import decompgen.domain.training.TrainingPair;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Preference pairs as TRL has them, one JSON object a line: {@code images} (files, relative to this
 * one), {@code prompt}, {@code chosen}, {@code rejected}, the last three as text or as messages
 * whose content is text or parts.
 */
final class PairsFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  private PairsFile(Path file) {
    this.file = file;
  }

  /**
   * @throws Failure REQUEST_INVALID, naming the line, when it is no such file
   */
  static List<TrainingPair> read(Path file) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return new PairsFile(file).pairs(lines);
    } catch (IOException unreadable) {
      throw Unreadable.text(file.toString(), unreadable);
    }
  }

  private List<TrainingPair> pairs(BufferedReader lines) throws IOException {
    List<TrainingPair> pairs = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) pairs.add(pair(line, "line " + number));
    }
    return pairs;
  }

  private TrainingPair pair(String line, String name) {
    JsonNode row = parse(line, name);
    return new TrainingPair(
        name,
        images(row, name),
        prompt(required(row, "prompt", name), name),
        answer(required(row, "chosen", name), name),
        answer(required(row, "rejected", name), name));
  }

  private JsonNode parse(String line, String name) {
    try {
      JsonNode row = JSON.readTree(line);
      if (row.isObject()) return row;
      throw wrong(name, "is no JSON object");
    } catch (IOException broken) {
      throw new Failure(ErrorCode.REQUEST_INVALID, file + ", " + name + ": no JSON", broken);
    }
  }

  private JsonNode required(JsonNode row, String key, String name) {
    if (row.hasNonNull(key)) return row.get(key);
    throw wrong(name, "has no " + key + "; a row has images, prompt, chosen, rejected");
  }

  private List<Path> images(JsonNode row, String name) {
    if (!row.hasNonNull("images")) return List.of();
    JsonNode files = row.get("images");
    if (!files.isArray() || !files.valueStream().allMatch(JsonNode::isTextual))
      throw wrong(name, "has images that are no list of file names");
    return files.valueStream().map(image -> file.resolveSibling(image.asText())).toList();
  }

  private List<Turn> prompt(JsonNode prompt, String name) {
    if (prompt.isTextual()) return List.of(Turn.user(prompt.asText()));
    List<Turn> turns = new ArrayList<>();
    for (JsonNode message : prompt) turns.add(turn(message, name));
    if (turns.isEmpty() || turns.getLast().role() != Turn.Role.USER)
      throw wrong(name, "must have a prompt whose last message is the user's");
    return turns;
  }

  private Turn turn(JsonNode message, String name) {
    String role = message.path("role").asText();
    if (!List.of("system", "user", "assistant").contains(role))
      throw wrong(name, "has a message of role '" + role + "'; there are system, user, assistant");
    return new Turn(
        Turn.Role.valueOf(role.toUpperCase(Locale.ROOT)), text(message.path("content")));
  }

  /** A text, or the text of the last message. */
  private String answer(JsonNode answer, String name) {
    if (answer.isTextual()) return answer.asText();
    if (answer.isArray() && !answer.isEmpty())
      return text(answer.get(answer.size() - 1).path("content"));
    throw wrong(name, "has an answer that is neither text nor messages");
  }

  private static String text(JsonNode content) {
    if (content.isTextual()) return content.asText();
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText("")));
    return text.toString();
  }

  private Failure wrong(String name, String why) {
    return new Failure(ErrorCode.REQUEST_INVALID, file + ", " + name + " " + why);
  }
}
