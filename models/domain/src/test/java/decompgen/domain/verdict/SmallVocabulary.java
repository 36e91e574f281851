package decompgen.domain.verdict;

import decompgen.domain.claim.Vocabulary;
import java.util.Map;
import java.util.Set;

/** A vocabulary of a few words, enough for the rules' tests. */
final class SmallVocabulary implements Vocabulary {
  private static final Map<String, Naming> NAMINGS =
      Map.ofEntries(
          Map.entry("cat", new Naming.Synonym("cat")),
          Map.entry("dog", new Naming.Synonym("dog")),
          Map.entry("person", new Naming.Synonym("person")),
          Map.entry("sofa", new Naming.Synonym("couch")),
          Map.entry("fork", new Naming.Synonym("fork")),
          Map.entry("husky", new Naming.Hyponym("dog")),
          Map.entry("red wolf", new Naming.Hyponym("dog")),
          Map.entry("woman", new Naming.Hyponym("person")),
          Map.entry("pet", new Naming.Hypernym(Set.of("cat", "dog"), false)),
          Map.entry("cat or dog", new Naming.Hypernym(Set.of("cat", "dog"), true)));

  private static final Map<String, Set<String>> LABELS =
      Map.of(
          "husky", Set.of("Siberian husky"),
          "dog", Set.of("Siberian husky", "pug", "beagle"),
          "cat", Set.of("tabby", "Persian cat"),
          "tabby cat", Set.of("tabby"),
          "pug", Set.of("pug"),
          "red wolf", Set.of("red wolf"),
          "pet", Set.of("pug"),
          "meadow", Set.of("hay"),
          "cat or dog", Set.of("pug"),
          "castle", Set.of("castle", "palace"));

  @Override
  public String version() {
    return "small/1";
  }

  @Override
  public Naming detectorClass(String noun) {
    return NAMINGS.getOrDefault(noun, new Naming.Unknown(noun));
  }

  @Override
  public Set<String> classifierLabels(String noun) {
    return LABELS.getOrDefault(noun, Set.of());
  }

  @Override
  public Naming stuff(String noun) {
    return switch (noun) {
      case "grass" -> new Naming.Synonym("grass");
      case "meadow" -> new Naming.Hyponym("grass");
      case "plant" -> new Naming.Hypernym(Set.of("grass"), false);
      case "fog" -> new Naming.Synonym("fog");
      default -> new Naming.Unknown(noun);
    };
  }

  @Override
  public boolean scenery(String noun) {
    return noun.equals("meadow");
  }
}
