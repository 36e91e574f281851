package decompgen.language.extract;

import decompgen.language.extract.Thing.Presence;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the nouns of a sentence that mention things, and what those are called. */
final class Things {
  private final Tree tree;
  private final boolean quoting;
  private final Numerals numerals;
  private final Names names;
  private final Denials denials;
  private final Map<Integer, Thing> byHead = new TreeMap<>();

  Things(Tree tree) {
    this.tree = tree;
    numerals = new Numerals(tree);
    names = new Names(tree);
    denials = new Denials(tree);
    quoting = tree.tokens().stream().anyMatch(QuotedWords::stands);
    for (Token token : tree.tokens()) if (mentions(token)) byHead.put(token.index(), thing(token));
  }

  List<Thing> mentions() {
    return List.copyOf(byHead.values());
  }

  Optional<Thing> at(Token token) {
    return Optional.ofNullable(byHead.get(token.index()));
  }

  /** The words that deny the predicate itself. */
  List<Token> denials(Token predicate) {
    return denials.of(predicate);
  }

  /** What a word like "group" is a group of: the noun after "of". */
  Optional<Token> members(Token token) {
    boolean part =
        Words.in("surface", token.lemma())
            || Words.in("share", token.lower())
            || portion(token)
            || token.lemma().matches("colou?r")
            || token.tag().equals("CD");
    return part || group(token) || Words.in("image", token.lemma()) ? of(token) : Optional.empty();
  }

  /**
   * The lower part of "the lower part of the bus is red", which makes the bus red; what a part is
   * not, the bus may be.
   */
  private boolean portion(Token token) {
    return Words.in("side", token.lemma())
        && token.label().equals("nsubj")
        && tree.head(token).filter(verb -> denials(verb).isEmpty()).isPresent();
  }

  private boolean group(Token token) {
    return Words.in("group", token.lemma())
        || Words.in("lump", token.lemma())
            && of(token).filter(noun -> tree.dependent(noun, "det", "poss").isEmpty()).isPresent();
  }

  private Optional<Token> of(Token token) {
    return tree.dependents(token, "prep").stream()
        .filter(prep -> prep.lower().equals("of"))
        .flatMap(prep -> tree.dependent(prep, "pobj").stream())
        .findFirst();
  }

  private boolean mentions(Token token) {
    boolean measure = token.label().equals("npadvmod") && !limb(token) && !listed(token);
    if (!token.noun() || measure) return false;
    if (token.label().equals("compound") && !busy(token) && !counted(token)) return false;
    if (!Character.isLetter(token.form().codePointAt(0)) || token.form().length() < 2) return false;
    if (PhrasedQualities.shape(tree, token).isPresent()) return false;
    if (names.modifier(token) || QuotedWords.stands(token)) return false;
    return seen(token)
        && !names.substance(token)
        && !names.coloured(token)
        && !names.artist(token)
        && !names.artwork(token);
  }

  /** The arm of "the right arm down", but not the hand of "hand-drawn". */
  private boolean limb(Token token) {
    return Words.in("paired", token.lemma())
        && tree.after(token)
            .filter(
                word ->
                    word.tag().equals("HYPH")
                        || word.lower().matches("tall|long|wide|high|deep|thick|away|apart"))
            .isEmpty();
  }

  /** The door of "two windows, a door and a lamp", but not the inches of "six inches long". */
  private boolean listed(Token token) {
    boolean ends =
        tree.after(token)
            .map(word -> word.form().equals(",") || word.tag().equals("CC"))
            .orElse(true);
    return ends
        && tree.dependents(token).stream()
            .anyMatch(word -> word.label().equals("det") || word.tag().equals("CD"));
  }

  /** The sheep of "sheep grazing", the robot of "robot dancing", taken for one name. */
  private boolean busy(Token token) {
    boolean living = Words.in("person", token.lemma()) || Words.in("animal", token.lemma());
    Optional<Token> deed = tree.head(token).filter(head -> head.lower().endsWith("ing"));
    return deed.filter(head -> living || head.tag().equals("VBG") || Notes.bodily(head))
        .isPresent();
  }

  /** The bags of "seven brown paper bags poster". */
  private boolean counted(Token token) {
    return Numerals.many(token)
        && tree.tokens().subList(0, token.index()).stream()
            .anyMatch(word -> numerals.counted(word).equals(Optional.of(token)));
  }

  private boolean seen(Token token) {
    String lemma = token.lemma();
    if (lemma.equals("someone") || lemma.equals("somebody")) return true;
    if (denials.nobody(token)) return true;
    if (token.lower().matches("ones?") || lemma.equals("#ord#")) return false;
    if (written(token) || tallied(token) || backdrop(token) || garment(token) || hung(token))
      return true;
    if (Words.in("surface", lemma) && of(token).isPresent()) return false;
    if (group(token) && (of(token).isPresent() || !single(token))) return false;
    if (Words.in("side", lemma) && !names.compound(token)) return false;
    return !Words.in("image", lemma)
        && !Words.in("abstract", lemma)
        && (names.fixed(token) || !AbstractNouns.are(lemma));
  }

  private Thing thing(Token head) {
    List<Token> parts = names.parts(head);
    List<Token> words = new ArrayList<>(tree.dependents(head, "det"));
    words.removeIf(det -> !beside(det, parts.getFirst()) && !Denials.NONE.contains(det.lower()));
    words.addAll(parts);
    return new Thing(head, words, names.name(head), presence(head));
  }

  private Presence presence(Token head) {
    if (written(head)) return Presence.READ;
    if (backdrop(head)) return Presence.PICTURE;
    if (denials.denied(head)) return Presence.DENIED;
    if (denials.hypothetical(head)) return Presence.HYPOTHETICAL;
    return pointed(head) ? Presence.GIVEN : Presence.THERE;
  }

  /** "The dog", "these dogs": one that is known to be there. */
  private boolean pointed(Token head) {
    return tree.dependents(head, "det").stream().anyMatch(det -> Words.in("definite", det.lower()));
  }

  /** "Nine photos", "six shapes": things only where they are counted. */
  private boolean tallied(Token token) {
    return Words.in("counted", token.lemma())
        && (of(token).isEmpty() || Words.in("image", token.lemma()))
        && tree.dependents(token).stream()
            .anyMatch(
                word ->
                    word.tag().equals("CD")
                        && word.index() < token.index()
                        && !word.lower().matches("one|1"));
  }

  /** The family, the slice and the "card set" that are told of as one thing. */
  private boolean single(Token token) {
    return Words.in("person", token.lemma())
        || Words.in("concrete", token.lemma())
        || names.compound(token);
  }

  /** "A painting on the wall", "two photos are hanging on the wall". */
  private boolean hung(Token token) {
    return Words.in("image", token.lemma())
        && Stream.concat(Stream.of(token), tree.head(token).filter(Token::verb).stream())
            .flatMap(where -> tree.dependents(where, "prep").stream())
            .filter(prep -> prep.lower().equals("on"))
            .flatMap(prep -> tree.dependent(prep, "pobj").stream())
            .anyMatch(wall -> Words.in("hanging", wall.lemma()));
  }

  /** "A green top" is worn, "the top" is a place. */
  private boolean garment(Token token) {
    return token.lemma().equals("top")
        && tree.dependents(token, "det").stream().anyMatch(det -> det.lower().matches("an?"))
        && tree.dependents(token, "nmod").stream().anyMatch(Token::adjective);
  }

  /** The background where it is described: "a white background", "the background is blurry". */
  private boolean backdrop(Token token) {
    return token.lemma().equals("background")
        && (!token.label().equals("pobj")
            || tree.dependents(token, "nmod", "amod").stream().anyMatch(Token::adjective));
  }

  /** The "words" of "the words 'open late'". */
  private boolean written(Token token) {
    return quoting && Words.in("writing", token.lemma());
  }

  private static boolean beside(Token determiner, Token name) {
    return determiner.index() + 1 == name.index();
  }
}
