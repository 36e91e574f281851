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
      if (token.adjective() && tree().dependent(token, "nsubj").isPresent())
        predicate(token, token);
      if (token.label().equals("pobj") && names.substance(token)) madeOf(token);
      if (token.lemma().matches("colou?r")) coloured(token);
      if (token.lower().equals("in")) inColours(token);
    }
  }

  private Tree tree() {
    return scene.tree();
  }

  /** "A red and white bus", "a leather sofa", "a tabby cat". */
  private void before(Thing thing) {
    for (Token part : names.parts(thing.head()))
      for (Token word : tree().dependents(part, "nmod", "amod", "compound"))
        if (word.index() < part.index() && describes(word) && !thing.words().contains(word))
          for (Token each : Conjuncts.of(tree(), word)) say(each, thing, List.of());
    for (Token word : names.qualities(thing.head()))
      attribute(word.lower(), List.of(word), thing, List.of());
  }

  private static boolean describes(Token word) {
    return word.adjective() || word.tag().equals("VBN") || word.tag().equals("VBG");
  }

  /** "The bus is red". */
  private void predicate(Token adjective, Token verb) {
    List<Thing> subjects = scene.subjects(verb);
    List<Token> denials = scene.denials(verb);
    for (Token each : Conjuncts.of(tree(), adjective))
      for (Thing subject : subjects) {
        Optional<Thing> than = than(each);
        if (than.isPresent()) compare(each, subject, than.get(), denials);
        else if (each.adjective() || each.tag().equals("VBN")) say(each, subject, denials);
      }
  }

  private void madeOf(Token substance) {
    Token verb = tree().head(substance).flatMap(tree()::head).orElseThrow();
    for (Thing subject : scene.subjects(verb))
      attribute(substance.lower(), List.of(substance), subject, scene.denials(verb));
  }

  /** "A car of red color". */
  private void coloured(Token token) {
    Optional<Token> prep = tree().head(token).filter(head -> head.label().equals("prep"));
    for (Token word : tree().dependents(token, "nmod", "compound"))
      for (Token colour : Conjuncts.of(tree(), word))
        if (prep.isPresent()) ofColour(prep.get(), colour);
  }

  /** "A man in red", "flowers in blue and yellow", however the parser hangs the colours. */
  private void inColours(Token in) {
    List<Token> colours = new ArrayList<>();
    Optional<Token> next = tree().after(in);
    while (next.isPresent() && (colour(next.get()) || next.get().lower().matches(",|and|or|&"))) {
      if (colour(next.get())) colours.add(next.get());
      next = tree().after(next.get());
    }
    boolean described = next.isPresent() && (next.get().noun() || next.get().adjective());
    if (!described) for (Token colour : colours) ofColour(in, colour);
  }

  private static boolean colour(Token token) {
    return Words.in("color", token.lower());
  }

  private void ofColour(Token preposition, Token colour) {
    Optional<Token> governor = tree().head(preposition).filter(head -> !colour(head));
    List<Thing> owners =
        governor.or(() -> tree().before(preposition)).map(this::owners).orElse(List.of());
    if (colour(colour)) for (Thing owner : owners) say(colour, owner, List.of());
  }

  /** "Labels for the season in blue": a season has no colour, labels have. */
  private List<Thing> owners(Token governor) {
    if (governor.verb()) return scene.subjects(governor);
    List<Thing> named = scene.named(governor);
    Optional<Token> above = tree().head(governor).flatMap(tree()::head);
    return named.isEmpty()
            && governor.label().equals("pobj")
            && above.isPresent()
            && above.get().noun()
        ? scene.named(above.get())
        : named;
  }

  private Optional<Thing> than(Token adjective) {
    return tree().dependents(adjective, "prep").stream()
        .filter(prep -> prep.lower().equals("than"))
        .flatMap(prep -> tree().dependent(prep, "pobj").stream())
        .flatMap(token -> scene.named(token).stream())
        .findFirst();
  }

  private void compare(Token adjective, Thing subject, Thing than, List<Token> denials) {
    Optional<String> quality =
        Words.in("larger", adjective.lower())
            ? Optional.of("larger")
            : Words.in("smaller", adjective.lower()) ? Optional.of("smaller") : Optional.empty();
    if (quality.isEmpty()) return;
    List<Token> words = new ArrayList<>(subject.words());
    words.add(adjective);
    words.addAll(tree().dependents(adjective, "prep"));
    words.addAll(than.words());
    drafts.add(
        basis -> new ScaleClaim(basis, subject.noun(), quality.get(), than.noun()),
        words,
        denials,
        subject,
        than);
  }

  private void say(Token word, Thing thing, List<Token> denials) {
    if (comparative(word)
        || Words.in("empty-attribute", word.lower())
        || word.lemma().startsWith("#")) return;
    boolean shade =
        SHADES.contains(word.lower()) && tree().after(word).filter(Qualities::colour).isPresent();
    if (shade) return;
    List<Token> phrase = phrase(word);
    Optional<String> scale =
        SCALES.stream().filter(name -> Words.in(name, word.lower())).findFirst();
    if (scale.isPresent()
        && phrase.size() == 1
        && !(word.lower().equals("little") && thing.person()))
      drafts.add(
          basis -> new ScaleClaim(basis, thing.noun(), scale.get(), null),
          with(phrase, thing),
          denials,
          thing);
    else attribute(substance(text(phrase)), phrase, thing, denials);
  }

  /** "Wooden" and "made of wood" say the same. */
  private static String substance(String attribute) {
    return switch (attribute) {
      case "wooden" -> "wood";
      case "woolen", "woollen" -> "wool";
      default -> attribute;
    };
  }

  private void attribute(String attribute, List<Token> phrase, Thing thing, List<Token> denials) {
    drafts.add(
        basis -> new AttributeClaim(basis, attribute, thing.noun()),
        with(phrase, thing),
        denials,
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
    words.addAll(thing.name());
    return words;
  }
}
