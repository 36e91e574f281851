package decompgen.loadtests.language;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Words as they are compared with DSG's: lower-case, without determiners and prepositions, made
 * lemmas by rules that need no dictionary.
 */
final class DsgWords {
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+(?:'[a-z]+)?");
  private static final Pattern SINGULAR = Pattern.compile(".*(?:ss|us|is)");
  private static final Pattern PARTICIPLE = Pattern.compile("(.{2,})(ing|ed)");

  private static final Set<String> DROPPED =
      Set.of(
          ("a an the his her its their this that these those some of on in at to with by from is are"
                  + " be")
              .split(" "));

  private static final Map<String, String> IRREGULAR =
      pairs(
          """
          men man women woman people person children child feet foot teeth tooth mice mouse
          geese goose knives knife leaves leaf wolves wolf shelves shelf lives life loaves loaf
          sitting sit running run swimming swim lying lie wore wear held hold stood stand sat sit
          ran run colour color grey gray
          """);

  /** Plural endings and what they become; the first that fits counts. */
  private static final List<List<String>> ENDINGS =
      List.of(
          List.of("ies", "y"),
          List.of("sses", "ss"),
          List.of("shes", "sh"),
          List.of("ches", "ch"),
          List.of("xes", "x"),
          List.of("zes", "z"),
          List.of("s", ""));

  private static final List<String> NUMBERS =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen twenty")
              .split(" "));

  private DsgWords() {}

  /** The last word's lemma without final e, empty when there is none. */
  static String head(String phrase) {
    List<String> words = words(phrase);
    return words.isEmpty() ? "" : withoutFinalE(words.getLast());
  }

  /** All lemmas without final e. */
  static Set<String> content(String phrase) {
    Set<String> content = new LinkedHashSet<>();
    for (String word : words(phrase)) content.add(withoutFinalE(word));
    return content;
  }

  /** A number in digits or, up to twenty, in letters; a leading = does not count. */
  static OptionalInt number(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^=+", "");
    if (plain.matches("\\d{1,9}")) return OptionalInt.of(Integer.parseInt(plain));
    return IntStream.of(NUMBERS.indexOf(plain)).filter(number -> number >= 0).findFirst();
  }

  /** Text without case and punctuation. */
  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }

  private static List<String> words(String phrase) {
    return WORD.matcher(phrase.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(word -> !DROPPED.contains(word))
        .map(DsgWords::lemma)
        .toList();
  }

  static String lemma(String form) {
    String word = IRREGULAR.getOrDefault(form, form);
    if (word.length() < 4 || SINGULAR.matcher(word).matches()) return word;
    for (List<String> ending : ENDINGS)
      if (word.endsWith(ending.getFirst()))
        return word.substring(0, word.length() - ending.getFirst().length()) + ending.getLast();
    Matcher participle = PARTICIPLE.matcher(word);
    if (!participle.matches()) return word;
    String stem = participle.group(1);
    return participle.group(2).equals("ing") && doubled(stem)
        ? stem.substring(0, stem.length() - 1)
        : stem;
  }

  /** Whether its last consonant was doubled before an ending: "runn", but not "fall", "pass". */
  private static boolean doubled(String stem) {
    int last = stem.length() - 1;
    char letter = stem.charAt(last);
    return last > 1 && letter == stem.charAt(last - 1) && letter != 'l' && letter != 's';
  }

  private static String withoutFinalE(String word) {
    return word.replaceFirst("e+$", "");
  }

  private static Map<String, String> pairs(String text) {
    List<String> words = Arrays.asList(text.strip().split("\\s+"));
    return IntStream.range(0, words.size() / 2)
        .boxed()
        .collect(Collectors.toUnmodifiableMap(i -> words.get(2 * i), i -> words.get(2 * i + 1)));
  }
}
