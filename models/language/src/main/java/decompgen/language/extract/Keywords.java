package decompgen.language.extract;

import decompgen.language.parse.Parser;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads lists of keywords, "a city at night, neon lights, rain": each keyword alone, for commas
 * join nothing there.
 */
final class Keywords {
  private static final int FEWEST = 3;

  private Keywords() {}

  /** The tree of words, of one that has keywords for each of them. */
  static Tree parse(Parser parser, List<Word> words) {
    Tree whole = parser.parse(words);
    List<List<Word>> parts = parts(words, whole);
    boolean keywords = parts.size() >= FEWEST || parts.size() > 1 && Poses.are(parts);
    if (!keywords || whole.tokens().stream().anyMatch(Keywords::finite)) return whole;
    List<Tree> trees = new ArrayList<>(List.of(parser.parse(parts.getFirst())));
    for (List<Word> part : parts.subList(1, parts.size())) {
      Tree tree = parser.parse(part);
      if (!name(tree)) trees.add(tree);
    }
    return Tree.joined(trees);
  }

  /** "Thomas kinkade": whose name it is, nobody tells, but it is not in the picture. */
  private static boolean name(Tree tree) {
    List<Token> said = tree.tokens().stream().filter(word -> !word.form().equals(",")).toList();
    return said.size() > 1
        && said.stream()
            .allMatch(word -> word.tag().equals("NNP") && word.form().equals(word.lower()));
  }

  private static boolean finite(Token token) {
    return token.tag().matches("VBZ|VBP|VBD|MD") && EnglishWords.known(token);
  }

  /**
   * Cut at commas and before limbs, save after adjectives that a noun follows and before what goes
   * on: "wearing a hat", "with a dog"; none where "and" joins the last.
   */
  private static List<List<Word>> parts(List<Word> words, Tree whole) {
    Set<Integer> nouns =
        whole.tokens().stream().filter(Token::noun).map(Token::start).collect(Collectors.toSet());
    List<List<Word>> parts = new ArrayList<>();
    boolean named = false;
    for (List<Word> part : Poses.parts(Renditions.parts(words))) {
      if (part.isEmpty()) continue;
      if (part.getFirst().said().matches("and|or")) return List.of();
      if (!parts.isEmpty() && (!named || goesOn(part))) parts.getLast().addAll(part);
      else parts.add(new ArrayList<>(part));
      named |= part.stream().anyMatch(word -> nouns.contains(word.start()));
    }
    return parts;
  }

  private static boolean goesOn(List<Word> part) {
    String first = part.getFirst().said();
    boolean joint = part.size() > 1 && EnglishWords.joint(part.get(1).said());
    return first.matches("who|which|that|of|with")
        || joint && first.matches(".{3,}ed|made|seen|set|held|shot|lit")
        || first.matches(".{2,}ing") && !Words.in("premodifying", first)
        || Words.in("place", first)
        || Words.in("motion", first);
  }
}
