package decompgen.language.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** WordNet's nouns, read from its own database files. */
final class WordNet {
  private static final String ROOT = "/net/sf/extjwnl/data/wordnet/wn31/";

  /**
   * A set of words with one meaning.
   *
   * @param field number of its lexicographer file: 5 animal, 6 artefact, 13 food, 18 person…
   */
  record Synset(String id, int field, List<String> words, List<String> hypernyms) {
    /** Written as a name, like Chihuahua; the small form of the word may mean something else. */
    boolean names(String lemma) {
      return words.stream().noneMatch(lemma::equals);
    }
  }

  private final Map<String, Synset> synsets = new HashMap<>();
  private final Map<String, List<String>> senses = new HashMap<>();
  private final Map<String, Integer> uses = new HashMap<>();

  WordNet() throws IOException {
    for (String line : lines("data.noun")) if (!line.startsWith(" ")) synset(line.split(" "));
    for (String line : lines("index.noun"))
      if (!line.startsWith(" ")) index(line.trim().split(" +"));
    for (String line : lines("cntlist.rev")) {
      String[] parts = line.split(" ");
      String[] key = parts[0].split("%");
      if (key[1].startsWith("1:"))
        uses.merge(word(key[0]) + "#" + parts[1], Integer.parseInt(parts[2]), Integer::sum);
    }
  }

  Synset synset(String id) {
    return java.util.Objects.requireNonNull(synsets.get(id), id);
  }

  Collection<String> lemmas() {
    return senses.keySet();
  }

  /** The meanings of a noun, most used first. */
  List<Synset> senses(String lemma) {
    return senses.getOrDefault(lemma, List.of()).stream().map(this::synset).toList();
  }

  /** How often a sense, counted from 1, was tagged in WordNet's texts. */
  int uses(String lemma, int sense) {
    return uses.getOrDefault(lemma + "#" + sense, 0);
  }

  /** The synset and all above it, nearest first. */
  Set<String> above(Synset synset) {
    Set<String> above = new LinkedHashSet<>(List.of(synset.id()));
    for (String id : new ArrayList<>(synset.hypernyms())) add(id, above);
    return above;
  }

  private void add(String id, Set<String> above) {
    if (above.add(id)) for (String next : synset(id).hypernyms()) add(next, above);
  }

  private void synset(String[] parts) {
    int count = Integer.parseInt(parts[3], 16);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) words.add(word(parts[4 + 2 * i]));
    int at = 4 + 2 * count;
    int pointers = Integer.parseInt(parts[at]);
    List<String> above = new ArrayList<>();
    for (int i = 0; i < pointers; i++)
      if (parts[at + 1 + 4 * i].startsWith("@")) above.add(parts[at + 2 + 4 * i]);
    synsets.put(parts[0], new Synset(parts[0], Integer.parseInt(parts[1]), words, above));
  }

  private void index(String[] parts) {
    int count = Integer.parseInt(parts[2]);
    List<String> ids = List.of(parts).subList(parts.length - count, parts.length);
    senses.put(
        word(parts[0]).toLowerCase(Locale.ROOT),
        List.copyOf(new LinkedHashSet<>(new ArrayList<>(ids))));
  }

  private static String word(String written) {
    return written.replace('_', ' ');
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = WordNet.class.getResourceAsStream(ROOT + name)) {
      if (in == null) throw new IOException(name + " is not on the class path");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    }
  }

  static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }
}
