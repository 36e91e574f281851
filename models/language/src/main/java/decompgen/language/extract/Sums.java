package decompgen.language.extract;

import decompgen.domain.claim.Claim.CountClaim;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adds up what one sentence counts apart: "two red flowers and three white flowers" are five
 * flowers, neither two nor three.
 */
final class Sums {
  private final Scene scene;
  private final List<Count> counts;

  Sums(Scene scene, List<Count> counts) {
    this.scene = scene;
    this.counts = counts;
  }

  /** One count for each noun; none where the sentence does not say how many there are in all. */
  List<Count> counts() {
    Map<String, List<Count>> byNoun = new LinkedHashMap<>();
    for (Count count : counts)
      byNoun.computeIfAbsent(count.noun(), _ -> new ArrayList<>()).add(count);
    return byNoun.values().stream().flatMap(this::whole).filter(count -> !some(count)).toList();
  }

  /** "The two men on the right", "two men wear hats" after "there are three men". */
  private boolean some(Count count) {
    int earlier =
        scene.before().stream()
            .flatMap(claim -> claim instanceof CountClaim said ? Stream.of(said) : Stream.empty())
            .filter(said -> said.noun().equals(count.noun()))
            .mapToInt(CountClaim::number)
            .max()
            .orElse(count.value());
    return count.value() < earlier || count.value() > earlier && count.thing().given();
  }

  private Stream<Count> whole(List<Count> counts) {
    List<Count> apart = apart(counts);
    Count first = counts.getFirst();
    List<Thing> others = uncounted(first, counts);
    List<Token> elided = apart.stream().flatMap(this::elided).toList();
    int mentions = apart.size() + others.size() + elided.size();
    if (mentions == 1 || apart.stream().anyMatch(each -> each.thing().given()))
      return counts.stream();
    if (!others.stream().allMatch(this::single)) return Stream.empty();
    return sum(apart, others, elided).stream();
  }

  /** One for each mention. */
  private static List<Count> apart(List<Count> counts) {
    Map<Thing, Count> apart = new LinkedHashMap<>();
    for (Count count : counts) apart.putIfAbsent(count.thing(), count);
    return List.copyOf(apart.values());
  }

  /**
   * What is joined to it under the same name without a number: "a black dog and two brown dogs".
   */
  private List<Thing> uncounted(Count count, List<Count> counted) {
    return scene.mentions().stream()
        .filter(thing -> thing.noun().equals(count.noun()) && thing.there())
        .filter(thing -> joined(thing, count.thing()))
        .filter(thing -> counted.stream().noneMatch(each -> each.thing().equals(thing)))
        .toList();
  }

  private boolean single(Thing thing) {
    return !Numerals.many(thing.head())
        && tree().dependents(thing.head()).stream()
            .anyMatch(word -> word.lower().matches("an?|another|one|1"));
  }

  /**
   * The "one" of "two brown horses and a black one", "two cups on the left and one on the right".
   */
  private Stream<Token> elided(Count count) {
    return tree().dependents(count.thing().head(), "conj").stream()
        .filter(word -> word.tag().equals("CD") || word.lower().matches("ones?"))
        .filter(word -> tree().after(word).map(of -> !of.lower().equals("of")).orElse(true));
  }

  /** How many an elided noun adds: two for "two white ones". */
  private int value(Token elided) {
    return tree().dependents(elided).stream()
        .filter(word -> word.tag().equals("CD"))
        .findFirst()
        .or(() -> Optional.of(elided))
        .map(number -> Words.number(number.lower()).orElse(Count.MOST))
        .get();
  }

  private Optional<Count> sum(List<Count> apart, List<Thing> others, List<Token> elided) {
    Count first = apart.getFirst();
    boolean joined =
        apart.stream().allMatch(each -> joined(each.thing(), first.thing()) || added(each));
    int sum =
        apart.stream().mapToInt(Count::value).sum()
            + others.size()
            + elided.stream().mapToInt(this::value).sum();
    if (!joined || sum > Count.MOST) return Optional.empty();
    List<Token> said = new ArrayList<>();
    for (Count each : apart) said.addAll(each.said());
    for (Thing other : others) said.addAll(other.words());
    said.addAll(elided);
    return Optional.of(new Count(first.thing(), first.noun(), said, sum));
  }

  /** The "three people" of "two people on a bench and three people". */
  private boolean added(Count count) {
    return tree()
        .before(count.said().getFirst())
        .filter(word -> word.lower().matches("and|&|plus|while"))
        .isPresent();
  }

  /** Joined by "and" themselves, or by what they do. */
  private boolean joined(Thing one, Thing other) {
    Token first = Conjuncts.first(tree(), one.head());
    Token second = Conjuncts.first(tree(), other.head());
    return first.equals(second) || deed(first).isPresent() && deed(first).equals(deed(second));
  }

  private Optional<Token> deed(Token noun) {
    return tree()
        .head(noun)
        .filter(verb -> verb.verb() && noun.label().matches("nsubj|attr"))
        .map(verb -> Conjuncts.first(tree(), verb));
  }

  private Tree tree() {
    return scene.tree();
  }
}
