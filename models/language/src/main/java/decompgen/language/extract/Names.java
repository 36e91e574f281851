package decompgen.language.extract;

import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What nouns call things: "dining table", "stop sign", but a "leather sofa" is a sofa. */
final class Names {
  /** "Snowmen", which the parser does not know. */
  static final String SEVERAL_MEN = "\\p{L}{3,}(?<!speci|regi|abdo)men";

  private final Tree tree;

  Names(Tree tree) {
    this.tree = tree;
  }

  /** The name in lower case, the head as lemma. */
  String name(Token head) {
    var name = new StringBuilder();
    List<Token> parts = parts(head);
    for (int i = 0; i + 1 < parts.size(); i++) {
      name.append(parts.get(i).lower());
      if (parts.get(i).end() < parts.get(i + 1).start()) name.append(' ');
    }
    return name.append(joined(head)).append(lemma(head)).toString();
  }

  /** The words that were joined to the head: "stop " of "stop sign". */
  private static String joined(Token head) {
    return head.lower().substring(0, head.lower().lastIndexOf(' ') + 1);
  }

  /** The words of the name, the head last. */
  List<Token> parts(Token head) {
    LinkedList<Token> parts = new LinkedList<>(List.of(head));
    Optional<Token> word = tree.before(head);
    while (word.isPresent() && belongs(word.get(), parts.getFirst(), head)) {
      parts.addFirst(word.get());
      word = tree.before(word.get());
    }
    while (parts.getFirst().tag().equals("HYPH")) parts.removeFirst();
    return parts;
  }

  /** The words before a head noun that say what it is made of, its colour, or its kind. */
  List<Token> qualities(Token head) {
    List<Token> qualities = new ArrayList<>();
    for (Token word : tree.dependents(head, "compound", "nmod"))
      if (word.index() < head.index() && word.noun() && quality(word, head)) qualities.add(word);
    return qualities;
  }

  boolean compound(Token head) {
    return parts(head).size() > 1;
  }

  /** Whether the noun and the word before it are one name of the list. */
  boolean fixed(Token head) {
    return tree.before(head).map(word -> fixed(word, head)).orElse(false);
  }

  /** Whether a noun only describes the noun after it. */
  boolean modifier(Token token) {
    return token.label().equals("nmod")
        && tree.head(token)
            .filter(head -> head.noun() && head.index() > token.index())
            .map(head -> tree.tokens().subList(token.index() + 1, head.index()))
            .filter(between -> between.stream().noneMatch(this::ends))
            .isPresent();
  }

  /** The comma, the "in" of "two dogs in snow, Norway": no name goes over it. */
  private boolean ends(Token word) {
    boolean hyphened = tree.before(word).filter(mark -> mark.tag().equals("HYPH")).isPresent();
    return word.form().matches("[,+]") || word.tag().equals("IN") && !hyphened;
  }

  /** "Made of wood": a substance, no thing. */
  boolean substance(Token token) {
    return Words.in("material", token.lemma())
        && token.label().equals("pobj")
        && tree.head(token)
            .flatMap(tree::head)
            .map(verb -> verb.lemma().equals("make"))
            .orElse(false);
  }

  /** "In red", "is silver", "gold and blue", "is brick": a colour or a material, no thing. */
  boolean coloured(Token token) {
    if (Words.in("material", token.lemma()) && (predicate(token) || conjoined(token))) return true;
    if (!Words.in("color", token.lemma())) return false;
    return predicate(token)
        || tree.dependents(token, "conj").stream().anyMatch(Token::adjective)
        || conjoined(token)
        || token.label().equals("pobj")
            && tree.head(token).map(prep -> prep.lower().equals("in")).orElse(false);
  }

  /** "Is large and silver". */
  private boolean conjoined(Token token) {
    return token.label().equals("conj") && Conjuncts.first(tree, token).adjective();
  }

  /** "Is silver", but not "is a peach", "there is gold". */
  private boolean predicate(Token token) {
    return token.label().matches("attr|acomp")
        && tree.dependent(token, "det", "nmod", "poss").isEmpty()
        && tree.head(token).map(be -> tree.dependent(be, "expl").isEmpty()).orElse(false);
  }

  /** "A painting by Klimt", "painted by klimt". */
  boolean artist(Token token) {
    Optional<Token> by =
        tree.head(Conjuncts.first(tree, token)).filter(prep -> prep.lower().equals("by"));
    boolean name = token.tag().startsWith("NNP") || !EnglishWords.known(token);
    return name && by.isPresent()
        || by.flatMap(tree::head)
            .filter(work -> Words.in("image", work.lemma()) || Words.in("depicting", work.lemma()))
            .isPresent()
        || ofStyle(Conjuncts.first(tree, token));
  }

  /** "In the style of Klimt". */
  private boolean ofStyle(Token token) {
    return token.tag().startsWith("NN")
        && tree.dependent(token, "det").isEmpty()
        && tree.head(token)
            .filter(of -> of.lower().equals("of"))
            .flatMap(tree::head)
            .filter(style -> style.lemma().equals("style"))
            .isPresent();
  }

  /** "Digital art", but "art on a wall". */
  boolean artwork(Token token) {
    return token.lemma().equals("art")
        && !tree.dependents(token, "amod", "nmod", "compound").isEmpty();
  }

  private boolean belongs(Token word, Token next, Token head) {
    if (fixed(word, next)) return true;
    if (sided(word, head)) return true;
    boolean glued = word.end() == next.start();
    if (word.tag().equals("HYPH")) return glued;
    if (word.head() != head.index() && !next.tag().equals("HYPH")) return false;
    if (word.lower().matches("dozen|couple") || measure(word)) return false;
    if (word.tag().equals("VBG") && Words.in("premodifying", word.lower())) return false;
    if (Set.of("compound").contains(word.label()))
      return next.tag().equals("HYPH") || !quality(word, head);
    return next.tag().equals("HYPH") && glued && (word.noun() || word.adjective());
  }

  /** The "piece" of "a four-piece band". */
  private boolean measure(Token word) {
    return Words.in("measure", word.lower())
        && tree.before(word)
            .flatMap(
                before -> before.tag().equals("HYPH") ? tree.before(before) : Optional.of(before))
            .filter(number -> number.tag().equals("CD"))
            .isPresent();
  }

  private boolean quality(Token word, Token head) {
    if (fixed(word, head) || word.lower().matches("dozen|couple")) return false;
    return Words.in("material", word.lemma())
        || Words.in("color", word.lemma())
        || Words.in("animal", head.lemma()) && word.index() + 1 == head.index();
  }

  /** "Left arm" and "right arm" are two things. */
  private static boolean sided(Token word, Token head) {
    return Words.in("paired", head.lemma()) && Set.of("left", "right").contains(word.lower());
  }

  private static boolean fixed(Token word, Token next) {
    String noun = reread(next) ? singular(next.lower()) : next.lemma();
    return Words.in("fixed", word.lower() + "-" + noun);
  }

  private String lemma(Token head) {
    String form = head.lower().substring(joined(head).length());
    if (form.equals("one") || form.equals("nobody")) return "person";
    if (reread(head)) return singular(form);
    if (form.matches(SEVERAL_MEN)) return form.replaceFirst("men$", "man");
    if (Words.in("plural-only", form) && !countable(head)) return form;
    return switch (head.lemma()) {
      case "people", "persons" -> "person";
      case "#crd#", "#ord#" -> form;
      default -> head.lemma();
    };
  }

  /** Whether it was read as another noun, for the parser takes it for a verb. */
  private static boolean reread(Token noun) {
    return noun.lemma().equals("tulip") && !noun.lower().startsWith("tulip");
  }

  private static String singular(String plural) {
    if (plural.equals("leaves")) return "leaf";
    if (plural.matches("\\p{L}{2,}ies")) return plural.replaceFirst("ies$", "y");
    return plural.replaceFirst("(?<=[cs]h|x|ss|z)es$|s$", "");
  }

  /** "Two glasses", "wine glasses", "glasses of water" are no spectacles. */
  private boolean countable(Token head) {
    boolean counted =
        tree.dependents(head).stream()
            .anyMatch(word -> word.tag().equals("CD") || word.lower().equals("of"));
    return head.lemma().equals("glass") && (counted || compound(head));
  }
}
