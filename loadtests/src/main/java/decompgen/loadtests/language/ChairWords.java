package decompgen.loadtests.language;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * COCO's classes named in a text as CHAIR finds them (Rohrbach et al. 2018): words made singular,
 * pairs of words that name one thing joined, each then looked up among the classes' synonyms.
 *
 * @param singulars words by their plurals
 * @param pairs what a pair of words counts as
 * @param classes classes by their synonyms
 */
record ChairWords(
    Map<String, String> singulars, Map<String, String> pairs, Map<String, String> classes) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[-./][\\p{L}\\p{N}]+)*|\\S");

  ChairWords {
    singulars = Map.copyOf(singulars);
    pairs = Map.copyOf(pairs);
    classes = Map.copyOf(classes);
  }

  /**
   * Reads a folder's synonyms.json and plural_table.json.
   *
   * @throws Failure REQUEST_INVALID naming the file
   */
  static ChairWords read(Path folder) {
    Path synonyms = folder.resolve("synonyms.json");
    Path plurals = folder.resolve("plural_table.json");
    return new ChairWords(
        read(plurals, ""),
        read(synonyms, "/double_word_dict"),
        read(synonyms, "/inverse_synonym_dict"));
  }

  private static Map<String, String> read(Path file, String pointer) {
    try {
      JsonNode words = JSON.readTree(file.toFile()).at(pointer);
      if (!words.isObject()) throw new IOException("no object at " + pointer);
      return JSON.convertValue(words, new TypeReference<Map<String, String>>() {});
    } catch (IOException unreadable) {
      String message = file + " cannot be read; --help says what it looks like";
      throw new Failure(ErrorCode.REQUEST_INVALID, message, unreadable);
    }
  }

  /** The classes that the text names, each once. */
  Set<String> classesIn(String text) {
    List<String> words = new ArrayList<>(joined(singular(text)));
    // "seat" alone is a chair, but not that of a toilet
    if (words.contains("toilet")) words.removeIf("seat"::equals);
    Set<String> named = new TreeSet<>();
    for (String word : words) if (classes.containsKey(word)) named.add(classes.get(word));
    return named;
  }

  private List<String> singular(String text) {
    return TOKEN
        .matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .map(word -> singulars.getOrDefault(word, word))
        .toList();
  }

  private List<String> joined(List<String> words) {
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String pair = i + 1 < words.size() ? words.get(i) + " " + words.get(i + 1) : "";
      if (pairs.containsKey(pair)) i++;
      joined.add(pairs.getOrDefault(pair, words.get(i)));
    }
    return joined;
  }
}
