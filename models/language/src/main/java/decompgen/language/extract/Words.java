package decompgen.language.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The word lists that the rules use, by the names of words.txt. */
final class Words {
  private static final Map<String, Set<String>> LISTS = read();
  private static final Map<String, Integer> NUMBERS = numbers();

  private Words() {}

  static boolean in(String list, String word) {
    return list(list).contains(word);
  }

  static Set<String> list(String name) {
    Set<String> list = LISTS.get(name);
    if (list == null) throw new IllegalArgumentException("no word list " + name);
    return list;
  }

  /** The number that a word or a numeral stands for, up to 20. */
  static OptionalInt number(String word) {
    Integer named = NUMBERS.get(word);
    if (named != null) return OptionalInt.of(named);
    if (!word.matches("\\d{1,2}")) return OptionalInt.empty();
    int number = Integer.parseInt(word);
    return number <= Count.MOST ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String entry : list("number")) {
      List<String> pair = List.of(entry.split("="));
      numbers.put(pair.getFirst(), Integer.valueOf(pair.getLast()));
    }
    return numbers;
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> lists = new HashMap<>();
    try (InputStream in = Words.class.getResourceAsStream("words.txt")) {
      if (in == null) throw new IllegalStateException("words.txt is not on the class path");
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(line -> add(lists, line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }

  private static void add(Map<String, Set<String>> lists, String line) {
    int colon = line.indexOf(':');
    lists
        .computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>())
        .addAll(List.of(line.substring(colon + 1).trim().split(" +")));
  }
}
