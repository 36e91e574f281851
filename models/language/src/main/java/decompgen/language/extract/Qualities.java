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

  private final Scene scene;
  private final Drafts drafts;
  private final Names names;
  private final Premodifiers premodifiers;
  private final Comparisons comparisons;

  Qualities(Scene scene, Drafts drafts) {
    this.scene = scene;
    this.drafts = drafts;
    names = new Names(scene.tree());
    premodifiers = new Premodifiers(scene.tree(), names);
    comparisons = new Comparisons(scene, drafts);
  }

  void find() {
    for (Thing thing : scene.mentions()) if (!thing.hypothetical()) before(thing);
    for (Token token : tree().tokens()) {
      if (Set.of("acomp", "oprd", "xcomp").contains(token.label())
          && (token.adjective() || hyphened(token)))
        tree().head(token).ifPresent(verb -> predicate(token, verb));
      if (token.noun() && token.label().matches("attr|acomp") && names.coloured(token))
        tree().head(token).ifPresent(verb -> predicate(token, verb));
      if (token.label().equals("advcl") && colour(token))
        tree().head(token).filter(Token::verb).ifPresent(verb -> predicate(token, verb));
      if (token.adjective() && token.label().equals("conj")) joined(token);
      if (token.adjective() && tree().dependent(token, "nsubj").isPresent())
        predicate(token, token);
      if (token.label().equals("pobj") && names.substance(token)) madeOf(token);
    }
    new Colours(scene, this).find();
    new Afterthoughts(scene, this).find();
    new PhrasedQualities(scene, this).find();
  }

  private Tree tree() {
    return scene.tree();
  }

  /** "A red and white bus", "a leather sofa", "a tabby cat". */
  private void before(Thing thing) {
    for (Token part : names.parts(thing.head()))
      for (Token word : tree().dependents(part, "nmod", "amod", "compound"))
        if (word.index() > part.index() && word.adjective()) behind(word, thing);
        else if (word.index() < part.index() && describes(word) && !thing.words().contains(word))
          for (Token each : measured(word)) say(each, thing, List.of());
    for (Token word : tree().dependents(thing.head(), "advmod", "prt"))
      if (word.index() > thing.head().index() && Words.in("direction", word.lower()))
        attribute(word.lower(), List.of(word), thing, List.of());
    limb(thing);
    for (Token word : premodifiers.of(thing)) say(word, thing, List.of());
    for (Token word : names.qualities(thing.head()))
      attribute(word.lower(), List.of(word), thing, List.of());
  }

  /** "With the left arm up", "with one eye open", wherever the parser hangs what follows. */
  private void limb(Thing thing) {
    if (Words.in("paired", thing.kind()) || thing.kind().equals("mouth"))
      tree()
          .after(thing.head())
          .filter(
              word ->
                  word.lower()
                      .matches("up|down|apart|out|back|forward|together|straight|open|shut"))
          .filter(word -> tree().dependent(word, "prep", "pobj").isEmpty())
          .ifPresent(word -> attribute(word.lower(), List.of(word), thing, List.of()));
  }

  /** "The left arm bent forward". */
  private void behind(Token word, Thing thing) {
    for (Token each : Conjuncts.of(tree(), word))
      if (comparisons.than(each).isPresent())
        comparisons.add(each, thing, comparisons.than(each).get(), List.of());
      else if (each.adjective()) say(each, directions(each, each), thing, List.of());
  }

  /** The word and what it is joined with, and the "long" of "long blonde hair". */
  private List<Token> measured(Token word) {
    List<Token> all = new ArrayList<>(Conjuncts.of(tree(), word));
    tree().dependents(word, "advmod").stream()
        .filter(before -> before.lower().matches("long|short") && colour(word))
        .forEach(all::add);
    return all;
  }

  /** "Smiling", but not the "wearing" of "one wearing hats". */
  private static boolean describes(Token word) {
    return word.adjective()
        || word.tag().equals("VBN")
        || word.tag().equals("VBG") && !Words.in("taking", word.lemma());
  }

  /** The "bent" of "are raised and bent", "are down and bent". */
  private void joined(Token adjective) {
    Token first = Conjuncts.first(tree(), adjective);
    boolean direction = Words.in("direction", first.lower()) && !first.adjective();
    boolean own = tree().dependent(adjective, "nsubj").isPresent();
    if (own || !(direction || first.verb())) return;
    (direction ? tree().head(first) : Optional.of(first))
        .filter(Token::verb)
        .ifPresent(verb -> predicate(adjective, verb));
  }

  /** "The bus is red". */
  private void predicate(Token adjective, Token verb) {
    List<Thing> subjects = scene.subjects(whole(verb));
    List<Token> denials = scene.denials(verb);
    for (Token each : Conjuncts.of(tree(), adjective))
      for (Thing subject : subjects) {
        Optional<Thing> than = comparisons.than(each);
        if (than.isPresent()) comparisons.add(each, subject, than.get(), denials);
        else if (each.adjective() || participle(each) || names.coloured(each))
          say(each, directions(each, verb), subject, denials);
      }
  }

  /** The "painted" of "is painted red and white", where the parser hangs the colours on "is". */
  private Token whole(Token verb) {
    return verb.label().equals("auxpass") ? tree().head(verb).orElse(verb) : verb;
  }

  /** "Painted", "heart-shaped", but not "shaped" alone. */
  private boolean participle(Token word) {
    return word.tag().equals("VBN") && (hyphened(word) || !Words.in("stateless", word.lemma()));
  }

  private boolean hyphened(Token word) {
    return tree().before(word).filter(before -> before.tag().equals("HYPH")).isPresent();
  }

  private void madeOf(Token substance) {
    Token verb = tree().head(substance).flatMap(tree()::head).orElseThrow();
    for (Thing subject : scene.subjects(verb))
      attribute(substance.lower(), List.of(substance), subject, scene.denials(verb));
  }

  static boolean colour(Token token) {
    return Words.in("color", token.lower());
  }

  /** The "forward" of "the leg is bent forward", which belongs to "bent" alone. */
  private List<Token> directions(Token adjective, Token verb) {
    if (!adjective.lower().matches("bent|.+ed")) return List.of();
    List<Token> all = new ArrayList<>(tree().dependents(adjective, "advmod", "prt"));
    if (!verb.equals(adjective)) all.addAll(tree().dependents(verb, "advmod", "prt"));
    return all.stream()
        .filter(word -> word.index() > adjective.index() && Words.in("direction", word.lower()))
        .toList();
  }

  /** What one word says of a thing: its size, or anything else. */
  void say(Token word, Thing thing, List<Token> denials) {
    say(word, List.of(), thing, denials);
  }

  private void say(Token word, List<Token> directions, Thing thing, List<Token> denials) {
    if (comparative(word)
        || Words.in("empty-attribute", word.lower())
        || word.lemma().startsWith("#")) return;
    boolean colouring =
        word.lower().matches("colou?red")
            && tree().before(word).filter(Qualities::colour).isPresent();
    if (colouring) return;
    boolean shade =
        Words.in("shade", word.lower()) && tree().after(word).filter(Qualities::colour).isPresent();
    if (shade) return;
    List<Token> phrase = phrase(word);
    phrase.addAll(directions);
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

  void attribute(String attribute, List<Token> phrase, Thing thing, List<Token> denials) {
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
      boolean shade = Words.in("color", word.lemma()) && Words.in("shade", at.lower());
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
