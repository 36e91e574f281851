package decompgen.language.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Nouns whose usual sense is an act, attribute, idea, feeling, quantity, state or time. */
final class AbstractNouns {
  private static final Set<String> NOUNS = read();

  private AbstractNouns() {}

  static boolean are(String lemma) {
    boolean told =
        Words.in("concrete", lemma)
            || Words.in("person", lemma)
            || Words.in("sport", lemma)
            || Words.in("played", lemma);
    return NOUNS.contains(lemma) && !told;
  }

  private static Set<String> read() {
    try (InputStream in = AbstractNouns.class.getResourceAsStream("abstract.txt")) {
      if (in == null) throw new IllegalStateException("abstract.txt is not on the class path");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
