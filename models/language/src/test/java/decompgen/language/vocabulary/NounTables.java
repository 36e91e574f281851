package decompgen.language.vocabulary;

import decompgen.language.vocabulary.WordNet.Synset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes kinds.txt, labels.txt and the extraction's abstract.txt from WordNet, classes.txt,
 * aliases.txt and imagenet.txt. Run with the resource folder as argument; {@link NounTablesTest}
 * tells when they are out of date.
 */
final class NounTables {
  static final String NOTE =
      "# Made from WordNet 3.1 by NounTables; licence in WORDNET-LICENCE.txt.";

  /** From the folder of the other tables. */
  static final String ABSTRACT = "../extract/abstract.txt";

  /**
   * Act, attribute, cognition, event, feeling, motive, process, quantity, relation, state, time.
   */
  private static final Set<Integer> UNSEEN = Set.of(4, 7, 9, 11, 12, 16, 22, 23, 24, 26, 28);

  private static final int ANIMAL = 5;
  private static final int PERSON = 18;
  private static final Set<Integer> SEEN = Set.of(5, 6, 8, 13, 17, 18, 20, 27);

  /** Above these a name says too little: artefact, instrumentality, substance… */
  private static final int WIDEST = 420;

  private final WordNet wordNet;

  NounTables(WordNet wordNet) {
    this.wordNet = wordNet;
  }

  public static void main(String[] args) throws IOException {
    var tables = new NounTables(new WordNet());
    Files.write(Path.of(args[0], "kinds.txt"), tables.kinds());
    Files.write(Path.of(args[0], "labels.txt"), tables.labels());
    Files.write(Path.of(args[0], ABSTRACT), tables.abstractNouns());
  }

  /** Nouns of one word whose usual sense is nothing that can be seen, one a line. */
  List<String> abstractNouns() {
    List<String> nouns = new ArrayList<>(List.of(NOTE));
    wordNet.lemmas().stream()
        .filter(lemma -> lemma.matches("[a-z]{3,}"))
        .filter(lemma -> first(lemma).map(synset -> UNSEEN.contains(synset.field())).orElse(false))
        .sorted()
        .forEach(nouns::add);
    return nouns;
  }

  private Optional<Synset> first(String lemma) {
    return wordNet.senses(lemma).stream().filter(synset -> !synset.names(lemma)).findFirst();
  }

  /** noun | class, for every noun whose usual meaning is a kind of a class. */
  List<String> kinds() {
    Map<String, String> anchors = new HashMap<>();
    for (List<String> row : Table.rows("classes.txt", 4))
      for (String sense : Table.entries(row.get(1))) anchors.put(sense(sense).id(), row.get(0));
    Map<String, String> kinds = new TreeMap<>();
    for (String lemma : wordNet.lemmas())
      usual(lemma)
          .flatMap(synset -> kind(synset, anchors))
          .ifPresent(label -> kinds.put(lemma, label));
    List<String> lines = new ArrayList<>(List.of(NOTE));
    kinds.forEach((noun, label) -> lines.add(noun + " | " + label));
    return lines;
  }

  private Synset sense(String written) {
    String[] parts = written.split("#");
    return wordNet.senses(parts[0]).get(Integer.parseInt(parts[1]) - 1);
  }

  /** The meaning that a noun has nearly always, of those that can be seen. */
  private Optional<Synset> usual(String lemma) {
    List<Synset> senses = wordNet.senses(lemma);
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < senses.size(); i++)
      if (!senses.get(i).names(lemma) || senses.get(i).field() == ANIMAL) own.add(i);
    if (own.isEmpty()) return Optional.empty();
    int first = wordNet.uses(lemma, own.getFirst() + 1);
    for (int other : own.subList(1, own.size())) {
      boolean rival =
          SEEN.contains(senses.get(other).field()) && wordNet.uses(lemma, other + 1) * 5 >= first;
      if (rival && senses.get(other).field() != senses.get(own.getFirst()).field())
        return Optional.empty();
    }
    return Optional.of(senses.get(own.getFirst()));
  }

  private Optional<String> kind(Synset synset, Map<String, String> anchors) {
    return wordNet.above(synset).stream()
        .filter(anchors::containsKey)
        .map(anchors::get)
        .findFirst();
  }

  /** noun | labels, for every label and every noun above it that says enough. */
  List<String> labels() {
    Map<String, Set<String>> byNoun = new LinkedHashMap<>();
    List<String> labels = Table.lines("imagenet.txt");
    Map<String, Set<String>> bySynset = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      byNoun.computeIfAbsent(label.toLowerCase(Locale.ROOT), _ -> new TreeSet<>()).add(label);
      synset(label, i < 398)
          .ifPresent(
              synset ->
                  wordNet
                      .above(synset)
                      .forEach(
                          id -> bySynset.computeIfAbsent(id, _ -> new TreeSet<>()).add(label)));
    }
    bySynset.values().removeIf(set -> set.size() > WIDEST);
    bySynset.forEach((id, set) -> spread(wordNet.synset(id), set, byNoun));
    for (List<String> row : Table.rows("classes.txt", 4)) classLabels(row, bySynset, byNoun);
    for (List<String> row : Table.rows("aliases.txt", 2))
      byNoun.computeIfAbsent(row.get(0), _ -> new TreeSet<>()).addAll(Table.entries(row.get(1)));
    List<String> lines = new ArrayList<>(List.of(NOTE));
    new TreeMap<>(byNoun).forEach((noun, set) -> lines.add(noun + " | " + String.join("; ", set)));
    return lines;
  }

  /** Labels 0 to 397 are animals; of the rest, few are people. */
  private Optional<Synset> synset(String label, boolean animal) {
    List<Synset> senses =
        wordNet.senses(label.toLowerCase(Locale.ROOT)).stream()
            .filter(synset -> animal == (synset.field() == ANIMAL) && SEEN.contains(synset.field()))
            .toList();
    return senses.stream()
        .filter(synset -> synset.field() != PERSON)
        .findFirst()
        .or(() -> senses.stream().findFirst());
  }

  private void spread(Synset synset, Set<String> labels, Map<String, Set<String>> byNoun) {
    for (String word : synset.words()) {
      String lemma = word.toLowerCase(Locale.ROOT);
      boolean usual = usual(lemma).map(synset::equals).orElse(false);
      if (usual) byNoun.computeIfAbsent(lemma, _ -> new TreeSet<>()).addAll(labels);
    }
  }

  /** The detector's classes have the labels of their sense, whatever else the word means. */
  private void classLabels(
      List<String> row, Map<String, Set<String>> bySynset, Map<String, Set<String>> byNoun) {
    Set<String> labels =
        Table.entries(row.get(1)).stream()
            .flatMap(sense -> bySynset.getOrDefault(sense(sense).id(), Set.of()).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!labels.isEmpty()) byNoun.computeIfAbsent(row.get(0), _ -> new TreeSet<>()).addAll(labels);
  }
}
