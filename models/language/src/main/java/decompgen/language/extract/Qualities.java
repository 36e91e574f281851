package decompgen.language.extract;

import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what things are like: colours, materials, kinds, states, and their size. */
final class Qualities {
  private static final List<String> SCALES = List.of("large", "small", "long", "short", "tall");
  private static final Set<String> SHADES =
      Set.of(
          "light", "dark", "bright", "pale", "deep", "vibrant", "hot", "neon", "navy", "royal",
          "off");

  private final Scene scene;
  private final Drafts drafts;
  private final Names names;

  Qualities(Scene scene, Drafts drafts) {
    this.scene = scene;
    this.drafts = drafts;
    names = new Names(scene.tree());
  }

  void find() {
    for (Thing thing : scene.mentions()) if (!thing.hypothetical()) before(thing);
    for (Token token : tree().tokens()) {
      if (Set.of("acomp", "oprd", "xcomp").contains(token.label()) && token.adjective())
        tree().head(token).ifPresent(verb -> predicate(token, verb));
      if (token.label().equals("pobj") && names.substance(token)) madeOf(token);
    }
  }

  private Tree tree() {
    return scene.tree();
  }

  /** "A red and white bus", "a leather sofa", "a tabby cat". */
  private void before(Thing thing) {
    for (Token word : tree().dependents(thing.head(), "nmod", "amod")) {
      boolean describes = word.adjective() || word.tag().equals("VBN") || word.tag().equals("VBG");
      if (describes && !thing.words().contains(word))
        for (Token each : Conjuncts.of(tree(), word)) say(each, thing, false);
    }
    for (Token word : names.qualities(thing.head()))
      attribute(word.lower(), List.of(word), thing, false);
  }

  /** "The bus is red". */
  private void predicate(Token adjective, Token verb) {
    List<Thing> subjects = scene.subjects(verb);
    boolean negative = scene.negated(verb);
    for (Token each : Conjuncts.of(tree(), adjective))
      for (Thing subject : subjects) {
        Optional<Thing> than = than(each);
        if (than.isPresent()) compare(each, subject, than.get(), negative);
        else if (each.adjective() || each.tag().equals("VBN")) say(each, subject, negative);
      }
  }

  private void madeOf(Token substance) {
    Token verb = tree().head(substance).flatMap(tree()::head).orElseThrow();
    for (Thing subject : scene.subjects(verb))
      attribute(substance.lower(), List.of(substance), subject, scene.negated(verb));
  }

  private Optional<Thing> than(Token adjective) {
    return tree().dependents(adjective, "prep").stream()
        .filter(prep -> prep.lower().equals("than"))
        .flatMap(prep -> tree().dependent(prep, "pobj").stream())
        .flatMap(token -> scene.named(token).stream())
        .findFirst();
  }

  private void compare(Token adjective, Thing subject, Thing than, boolean negative) {
    Optional<String> quality =
        Words.in("larger", adjective.lower())
            ? Optional.of("larger")
            : Words.in("smaller", adjective.lower()) ? Optional.of("smaller") : Optional.empty();
    if (quality.isEmpty()) return;
    List<Token> words = new ArrayList<>(subject.words());
    words.add(adjective);
    words.addAll(than.words());
    drafts.add(
        basis -> new ScaleClaim(basis, subject.noun(), quality.get(), than.noun()),
        words,
        negative,
        subject,
        than);
  }

  private void say(Token word, Thing thing, boolean negative) {
    if (comparative(word)
        || Words.in("empty-attribute", word.lower())
        || word.lemma().startsWith("#")) return;
    List<Token> phrase = phrase(word);
    Optional<String> scale =
        SCALES.stream().filter(name -> Words.in(name, word.lower())).findFirst();
    if (scale.isPresent()
        && phrase.size() == 1
        && !(word.lower().equals("little") && thing.person()))
      drafts.add(
          basis -> new ScaleClaim(basis, thing.noun(), scale.get(), null),
          with(phrase, thing),
          negative,
          thing);
    else attribute(text(phrase), phrase, thing, negative);
  }

  private void attribute(String attribute, List<Token> phrase, Thing thing, boolean negative) {
    drafts.add(
        basis -> new AttributeClaim(basis, attribute, thing.noun()),
        with(phrase, thing),
        negative,
        thing);
  }

  private static boolean comparative(Token word) {
    return word.tag().equals("JJR") || word.tag().equals("JJS");
  }

  /**
   * The adjective with the shade or the hyphenated words before it: "light blue", "long-sleeved".
   */
  private List<Token> phrase(Token word) {
    List<Token> phrase = new ArrayList<>(List.of(word));
    Optional<Token> left = tree().before(word);
    while (left.isPresent()) {
      Token at = left.get();
      Optional<Token> next = tree().before(at);
      boolean hyphen = at.tag().equals("HYPH") && next.isPresent() && !joins(next.get());
      boolean glued = !phrase.getFirst().equals(word) && phrase.getFirst().tag().equals("HYPH");
      boolean shade = Words.in("color", word.lemma()) && SHADES.contains(at.lower());
      if (!(hyphen || glued || shade)) break;
      phrase.addFirst(at);
      left = next;
    }
    return phrase;
  }

  /** The "and" of "black-and-white" joins, it does not describe. */
  private static boolean joins(Token word) {
    return word.tag().equals("CC");
  }

  private static String text(List<Token> phrase) {
    var text = new StringBuilder();
    for (int i = 0; i < phrase.size(); i++) {
      if (i > 0 && phrase.get(i - 1).end() < phrase.get(i).start()) text.append(' ');
      text.append(phrase.get(i).lower());
    }
    return text.toString();
  }

  private static List<Token> with(List<Token> phrase, Thing thing) {
    List<Token> words = new ArrayList<>(phrase);
    thing.words().stream().filter(word -> !word.label().equals("det")).forEach(words::add);
    return words;
  }
}
