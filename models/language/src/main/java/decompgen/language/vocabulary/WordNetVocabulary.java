package decompgen.language.vocabulary;

import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * COCO's classes and ImageNet's labels under the names that people give them: tables written by
 * hand, then WordNet 3.1 (Princeton University) with the sense of each class fixed. Names that are
 * not listed are taken by their last word, unless the words before it make something else of it.
 */
public final class WordNetVocabulary implements Vocabulary {
  private final Map<String, Naming> namings = new HashMap<>();
  private final Map<String, Set<String>> labels = new HashMap<>();
  private final Map<String, Set<String>> scenery = new HashMap<>();
  private final Map<String, Naming> stuff = new HashMap<>();
  private final Map<String, Set<String>> traps = new HashMap<>();

  public WordNetVocabulary() {
    for (List<String> row : Table.rows("kinds.txt", 2))
      namings.put(row.get(0), new Hyponym(row.get(1)));
    for (List<String> row : Table.rows("classes.txt", 4)) list(row);
    for (List<String> row : Table.rows("ambiguous.txt", 3)) ambiguous(row);
    for (List<String> row : Table.rows("traps.txt", 2))
      traps.put(row.get(0), Set.copyOf(Table.entries(row.get(1))));
    for (List<String> row : Table.rows("labels.txt", 2))
      labels.put(row.get(0), new LinkedHashSet<>(List.of(row.get(1).split("; "))));
    for (List<String> row : Table.rows("scenery.txt", 2))
      scenery.put(row.get(0), Set.copyOf(Table.entries(row.get(1))));
    labels.putAll(scenery);
    for (List<String> row : Table.rows("stuff.txt", 4)) stuff(row);
  }

  private void stuff(List<String> row) {
    String label = row.get(0);
    for (String kind : Table.entries(row.get(2))) stuff.put(kind, new Hyponym(label));
    for (String name : Table.entries(row.get(1))) stuff.put(name, new Synonym(label));
    for (String more : Table.entries(row.get(3)))
      stuff.put(more, new Hypernym(Set.of(label), false));
  }

  private void list(List<String> row) {
    String label = row.get(0);
    for (String kind : Table.entries(row.get(3))) namings.put(kind, new Hyponym(label));
    for (String name : Table.entries(row.get(2))) namings.put(name, new Synonym(label));
    namings.put(label, new Synonym(label));
  }

  private void ambiguous(List<String> row) {
    String noun = row.get(0);
    Set<String> classes = new HashSet<>(Table.entries(row.get(1)));
    namings.put(
        noun,
        classes.isEmpty()
            ? new Unknown(noun)
            : new Hypernym(classes, row.get(2).equals("complete")));
  }

  @Override
  public String version() {
    return "wordnet-3.1/4";
  }

  @Override
  public Naming detectorClass(String noun) {
    String name = noun.toLowerCase(Locale.ROOT).strip();
    for (String form : Plural.forms(name)) {
      Naming naming = namings.get(form);
      if (naming != null) return naming;
    }
    int blank = name.indexOf(' ');
    return blank < 0 ? new Unknown(noun) : byLastWords(noun, name, blank);
  }

  /** A "kitchen sink" is a kind of sink; a "toy car" is no car. */
  private Naming byLastWords(String noun, String name, int blank) {
    String rest = name.substring(blank + 1).strip();
    Naming naming = detectorClass(rest);
    String first = name.substring(0, blank);
    return switch (naming) {
      case Synonym(var label) when !trap(first, label) -> new Hyponym(label);
      case Hyponym(var label) when !trap(first, label) -> new Hyponym(label);
      case Synonym _, Hyponym _, Hypernym _, Unknown _ -> new Unknown(noun);
    };
  }

  private boolean trap(String modifier, String label) {
    return traps.getOrDefault("*", Set.of()).contains(modifier)
        || traps.getOrDefault(label, Set.of()).contains(modifier);
  }

  @Override
  public Set<String> classifierLabels(String noun) {
    return Set.copyOf(listed(noun, labels));
  }

  @Override
  public Naming stuff(String noun) {
    for (String form : Plural.forms(noun.toLowerCase(Locale.ROOT).strip())) {
      Naming naming = stuff.get(form);
      if (naming != null) return naming;
    }
    return new Unknown(noun);
  }

  @Override
  public boolean scenery(String noun) {
    return !listed(noun, scenery).isEmpty();
  }

  private static Set<String> listed(String noun, Map<String, Set<String>> table) {
    for (String form : Plural.forms(noun.toLowerCase(Locale.ROOT).strip())) {
      Set<String> found = table.get(form);
      if (found != null) return found;
    }
    return Set.of();
  }
}
