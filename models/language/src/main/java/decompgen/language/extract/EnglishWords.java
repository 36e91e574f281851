package decompgen.language.extract;

import decompgen.language.parse.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The base forms of English that the lemmatiser knows, and its function words. */
final class EnglishWords {
  private static final String ROOT = "/edu/emory/mathcs/nlp/component/morph/english/";
  private static final Set<String> VERBS = read("verb.base");
  private static final Set<String> BASES =
      read("noun.base", "verb.base", "adjective.base", "adverb.base");
  private static final Set<String> FUNCTION_TAGS =
      Set.of(
          "DT", "IN", "CC", "TO", "MD", "PRP", "PRP$", "WDT", "WP", "WRB", "EX", "POS", "CD",
          "PDT");
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("a an the this that these those some any no every each all both and or but nor if as than of in on at by to"
                  + " for with from into onto over under up down out off about around near next between behind through across"
                  + " along against without within above below beside is are was were be been being am has have had do does"
                  + " did can could will would may might must should not n't 's he she it they we you i him her them us his"
                  + " its their our your my who which what where when there here while also so very")
              .split(" "));

  /** Frequent words of French, Spanish, Italian, German, Dutch and Portuguese. */
  private static final Set<String> FOREIGN =
      Set.of(
          ("un une le la les des du est sur dans avec et deux il elle sont au aux el los las una en con dos está es y"
                  + " del al uno gli della di che sono è nel der das ein eine einen einem einer und auf mit ist sind"
                  + " zwei dem den het een op zijn met van twee um uma os com são em no na do da dois")
              .split(" "));

  private EnglishWords() {}

  static boolean joint(Token token) {
    return joint(token.lower());
  }

  /** Whether a word in lower case holds others together. */
  static boolean joint(String word) {
    return FUNCTION_WORDS.contains(word);
  }

  static boolean foreign(Token token) {
    return FOREIGN.contains(token.lower()) && !joint(token);
  }

  static boolean known(Token token) {
    if (FUNCTION_WORDS.contains(token.lower())) return true;
    if (token.lemma().startsWith("#")) return true;
    return !FUNCTION_TAGS.contains(token.tag()) && BASES.contains(token.lemma());
  }

  /** Whether it may be a form of an English word. */
  static boolean form(String word) {
    return BASES.contains(word)
        || BASES.contains(word.replaceFirst("(?:s|es|ed|d|ing)$", ""))
        || BASES.contains(word.replaceFirst("ies$", "y"))
        || BASES.contains(word.replaceFirst("ing$", "e"));
  }

  /** Whether it may be a verb. */
  static boolean verb(String word) {
    return VERBS.contains(word);
  }

  private static Set<String> read(String... names) {
    Set<String> bases = new HashSet<>();
    for (String name : names) {
      try (InputStream in = EnglishWords.class.getResourceAsStream(ROOT + name)) {
        if (in == null) throw new IllegalStateException(name + " is not on the class path");
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
            .lines()
            .forEach(bases::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bases;
  }
}
