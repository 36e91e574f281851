package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds adjectives that commas set off from a sentence without a verb: "a small dog, brown and
 * fluffy", "an old house, dark, wet".
 */
final class Afterthoughts {
  private static final Set<String> FINITE = Set.of("VBZ", "VBD", "VBP", "MD");

  private final Scene scene;
  private final Qualities qualities;

  Afterthoughts(Scene scene, Qualities qualities) {
    this.scene = scene;
    this.qualities = qualities;
  }

  /** They are said of the thing that the sentence names first. */
  void find() {
    Optional<Thing> first = scene.mentions().stream().filter(Thing::there).findFirst();
    if (first.isEmpty() || scene.tree().tokens().stream().anyMatch(Afterthoughts::finite)) return;
    List<List<Token>> parts = parts(scene.tree());
    for (int i = 0; i < parts.size(); i++)
      if (parts.get(i).getFirst().index() > first.get().head().index()
          && parts.get(i).stream().allMatch(Afterthoughts::qualifies)
          && !(i + 1 < parts.size() && listed(parts.get(i + 1))))
        for (Token word : parts.get(i))
          if (describes(word)) qualities.say(word, first.get(), List.of());
  }

  /** The bananas of "a pear, orange, and two bananas": the orange is a fruit. */
  private static boolean listed(List<Token> next) {
    return next.getFirst().tag().equals("CC") && next.stream().anyMatch(Token::noun);
  }

  private static boolean finite(Token token) {
    return FINITE.contains(token.tag());
  }

  private static boolean qualifies(Token word) {
    return describes(word) || word.tag().matches("RB|CC|HYPH");
  }

  private static boolean describes(Token word) {
    return word.adjective()
        || word.tag().equals("VBN")
        || Qualities.colour(word)
        || Words.in("adjectival", word.lower());
  }

  /** What stands between commas, without the marks at the end. */
  private static List<List<Token>> parts(Tree tree) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    for (Token token : tree.tokens())
      if (token.form().matches("[,.!]")) {
        if (!part.isEmpty()) parts.add(part);
        part = new ArrayList<>();
      } else part.add(token);
    if (!part.isEmpty()) parts.add(part);
    return parts;
  }
}
