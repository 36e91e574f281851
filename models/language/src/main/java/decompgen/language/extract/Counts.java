package decompgen.language.extract;

import decompgen.domain.claim.Claim.CountClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds how many of a thing there are said to be: "two dogs", "a pair of shoes", "only one". */
final class Counts {
  private final Scene scene;
  private final Drafts drafts;
  private final Numerals numerals;
  private final Shares shares;
  private final List<Count> found = new ArrayList<>();

  Counts(Scene scene, Drafts drafts) {
    this.scene = scene;
    this.drafts = drafts;
    numerals = new Numerals(scene.tree());
    shares = new Shares(scene.tree());
  }

  void find() {
    for (Thing thing : scene.mentions()) {
      if (!thing.there()) continue;
      for (Token word : numbers(thing.head())) counted(thing, word);
      group(thing).ifPresent(group -> grouped(thing, group));
    }
    new Totals(scene, this).find();
    for (Count count : new Sums(scene, found).counts())
      drafts.add(
          basis -> new CountClaim(basis, count.noun(), count.value()),
          count.said(),
          List.of(),
          count.thing());
  }

  private Tree tree() {
    return scene.tree();
  }

  /**
   * What depends on the noun, the "five" of "five sheep grazing", and the "eight" of "eight crossed
   * swords", which nobody crossed.
   */
  private List<Token> numbers(Token noun) {
    List<Token> words = new ArrayList<>(tree().dependents(noun));
    if (noun.label().equals("compound"))
      tree().head(noun).map(tree()::dependents).ifPresent(words::addAll);
    if (noun.label().equals("dobj"))
      tree()
          .head(noun)
          .flatMap(deed -> tree().before(deed))
          .filter(word -> word.tag().equals("CD") && word.label().equals("nsubj"))
          .ifPresent(words::add);
    words.removeIf(word -> elsewhere(word, noun));
    tree().tokens().stream()
        .filter(word -> !words.contains(word) && numerals.counted(word).equals(Optional.of(noun)))
        .forEach(words::add);
    return words;
  }

  /**
   * The "two" of "two women's shoes" is not how many women there are, nor the "dozen" of "dozen
   * roses bouquet" how many bouquets.
   */
  private boolean elsewhere(Token number, Token noun) {
    Optional<Token> counted =
        numerals.counted(number).filter(word -> scene.mention(word).isPresent() || !counts(noun));
    return counted.isPresent() && !counted.get().equals(noun);
  }

  /** Whether a noun can be counted as it stands: no owner, and no noun in the singular. */
  private boolean counts(Token noun) {
    boolean owner = tree().after(noun).filter(word -> word.tag().equals("POS")).isPresent();
    return !owner && Numerals.many(noun);
  }

  private void counted(Thing thing, Token word) {
    if (word.index() >= thing.head().index() || !numerals.exact(word) || !whole(word, thing))
      return;
    if (shares.each(thing, word)) return;
    if (word.lower().equals("dozen")) dozens(thing, word);
    else if (next(word, "dozen")) dozens(thing, tree().after(word).orElseThrow());
    else if (word.lower().matches("both|twin|dual|couple") && plural(thing) && !listed(word, thing))
      add(thing, word, 2);
    else if (word.tag().equals("CD") && !word.lower().matches("one|1") || only(word, thing))
      Words.number(word.lower()).ifPresent(number -> add(thing, word, number));
  }

  /**
   * Not "two other dogs", "three red and two green apples", "a two story house", "both wearing
   * helmets".
   */
  private boolean whole(Token number, Thing thing) {
    List<Token> between = tree().tokens().subList(number.index() + 1, thing.head().index());
    return !measured(between, thing)
        && between.stream()
            .noneMatch(
                word ->
                    Words.in("more", word.lower())
                        || word.tag().equals("VBG") && Words.in("taking", word.lemma())
                        || number.lower().equals("both") && word.tag().equals("VBG"))
        && tree().dependents(thing.head()).stream()
            .filter(word -> word.index() < thing.head().index() && word.tag().equals("CD"))
            .noneMatch(word -> !word.equals(number) && !numerals.aside(word));
  }

  /** "Two story house", "four leaf clover", "two faced mask": a number of parts of one thing. */
  private boolean measured(List<Token> between, Thing thing) {
    if (between.isEmpty()) return unit(thing);
    Token next = between.getFirst();
    boolean part = next.noun() || next.lower().matches("\\p{L}{3,}ed");
    return Words.in("measure", next.lower())
        || part && !Numerals.many(thing.head()) && !fixed(between, thing);
  }

  /** "Six foot tall", "two wheel", but "three wheel under airplane" as notes have it. */
  private boolean unit(Thing thing) {
    String parts = tree().dependent(thing.head(), "prep").isPresent() ? "" : "|wheel|star";
    return thing.head().tag().equals("NN")
        && thing.kind().matches("foot|inch|met(?:er|re)|mile|yard|pound" + parts);
  }

  private static boolean fixed(List<Token> between, Thing thing) {
    return Words.in("fixed", between.getLast().lower() + "-" + thing.head().lemma());
  }

  /** "Both cats and dogs" are not two cats. */
  private boolean listed(Token both, Thing thing) {
    return both.label().equals("preconj") && tree().dependent(thing.head(), "cc").isPresent();
  }

  /** Not "both knees": knees come in twos anyway. */
  private static boolean plural(Thing thing) {
    return thing.head().tag().startsWith("NNS") && !Words.in("paired", thing.kind());
  }

  private boolean next(Token word, String form) {
    return tree().after(word).map(after -> after.lower().equals(form)).orElse(false);
  }

  /** "A dozen eggs", "two dozen roses", "half a dozen cats". */
  private void dozens(Thing thing, Token dozen) {
    Optional<Token> before = tree().before(dozen);
    Optional<Token> half =
        before.flatMap(tree()::before).filter(word -> word.lower().equals("half"));
    int factor = before.map(word -> Words.number(word.lower()).orElse(1)).orElse(1);
    boolean halved = before.map(word -> word.lower().equals("half")).orElse(false);
    if (half.isPresent() || halved) add(thing, dozen, 6);
    else add(thing, dozen, factor * 12);
  }

  /**
   * "Only one chair", "a single chair", "there is one chair", "one dog and two cats"; but "one man
   * wears a hat" does not say that there is no other.
   */
  private boolean only(Token word, Thing thing) {
    if (word.lower().matches("single|lone|solitary")) return true;
    if (!word.lower().matches("one|1")) return false;
    boolean alone =
        tree()
            .before(word)
            .map(before -> before.lower().matches("only|just|exactly"))
            .orElse(false);
    Token first = Conjuncts.first(tree(), thing.head());
    boolean there =
        tree().head(first).map(verb -> tree().dependent(verb, "expl").isPresent()).orElse(true);
    boolean listed =
        Conjuncts.of(tree(), first).stream()
            .flatMap(noun -> tree().dependents(noun).stream())
            .anyMatch(each -> each.tag().equals("CD") && !each.equals(word));
    boolean some = Words.in("paired", thing.kind()) || Words.in("collective", thing.kind());
    return alone || (there && !some || listed) && !next(thing.head(), "of");
  }

  private void grouped(Thing thing, Token group) {
    if (group.tag().equals("NNS")) portioned(thing, group);
    boolean one =
        tree().dependents(group).stream()
            .allMatch(word -> !word.tag().equals("CD") || word.lower().equals("one"));
    OptionalInt number = Words.number(all(group) ? group.lower() : group.lemma());
    boolean single = !group.tag().equals("NNS") && (!group.lower().equals("both") || plural(thing));
    if (number.isPresent()
        && one
        && single
        && !Words.in("plural-only", thing.noun())
        && numerals.exact(group)) add(thing, group, number.getAsInt());
  }

  /** "Three slices of pizza" are no three pizzas. */
  private void portioned(Thing thing, Token group) {
    for (Token number : tree().dependents(group))
      if (number.tag().equals("CD") && number.index() < group.index() && numerals.exact(number))
        add(
            thing,
            group.lemma() + " of " + thing.noun(),
            List.of(number, group),
            Words.number(number.lower()).orElse(0));
  }

  /** The "pair" in "a pair of shoes". */
  private Optional<Token> group(Thing thing) {
    return tree()
        .of(thing.head())
        .filter(
            group ->
                Words.in("group", group.lemma()) || group.lower().equals("both") || all(group));
  }

  /** "All four of the chairs". */
  private boolean all(Token number) {
    return number.tag().equals("CD")
        && tree().before(number).filter(word -> word.lower().equals("all")).isPresent();
  }

  /** Whether a number counts it. */
  boolean has(Thing thing) {
    return found.stream().anyMatch(count -> count.thing().equals(thing));
  }

  void add(Thing thing, Token number, int value) {
    add(thing, thing.noun(), List.of(number), value);
  }

  /** What nobody counts at a glance is no claim. */
  void add(Thing thing, String noun, List<Token> said, int value) {
    if (value < 1 || value > Count.MOST) return;
    List<Token> words = new ArrayList<>(said);
    words.addAll(thing.name());
    found.add(new Count(thing, noun, words, value));
  }
}
