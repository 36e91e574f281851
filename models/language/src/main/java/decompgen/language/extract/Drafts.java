package decompgen.language.extract;

import static java.util.stream.Collectors.toUnmodifiableSet;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Span;
import decompgen.language.parse.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The claims of one sentence while they are found: each once, with all words that say it. */
final class Drafts {
  /** Makes the claim on a basis; what the basis says does not matter to what the claim says. */
  interface Shape extends Function<Basis, Claim> {}

  private static final class Draft {
    static final Basis NOWHERE = new Basis(0, "", Polarity.POSITIVE, List.of(), List.of());

    final Shape shape;
    final Polarity polarity;
    final List<Draft> requires;

    /** Who it is about, each time that it is said. */
    final List<List<Thing>> mentions = new ArrayList<>();

    int id;
    boolean asserted;
    final TreeSet<Token> first = new TreeSet<>(Comparator.comparingInt(Token::index));
    final TreeSet<Token> words = new TreeSet<>(Comparator.comparingInt(Token::index));

    Draft(Shape shape, Polarity polarity, List<Draft> requires) {
      this.shape = shape;
      this.polarity = polarity;
      this.requires = new ArrayList<>(requires);
    }

    void say(Collection<Token> said) {
      if (first.isEmpty()) first.addAll(said);
      words.addAll(said);
    }

    /** Claims stand where the last word of their first mention stands, after what they require. */
    int place() {
      return requires.stream().mapToInt(Draft::place).reduce(first.last().index(), Math::max);
    }

    int depth() {
      return requires.stream().mapToInt(required -> required.depth() + 1).max().orElse(0);
    }
  }

  private final Map<Claim, Draft> drafts = new LinkedHashMap<>();
  private final Map<Token, Draft> sides = new HashMap<>();

  /** The claim that the thing is there, or that there is none. */
  void object(Thing thing) {
    if (thing.there() || thing.denied()) draft(thing);
  }

  /**
   * A claim about things, which must be there for it to mean anything.
   *
   * @param denials the words that deny it; none when it is affirmed
   */
  void add(Shape shape, Collection<Token> words, List<Token> denials, Thing... about) {
    List<Draft> requires = new ArrayList<>();
    for (Thing thing : about) {
      if (thing.denied()) return;
      if (thing.there()) requires.add(draft(thing));
    }
    boolean denied =
        !denials.isEmpty() || Stream.of(about).anyMatch(thing -> !thing.denials().isEmpty());
    Polarity polarity = denied ? Polarity.NEGATIVE : Polarity.POSITIVE;
    Draft draft = draft(shape, polarity, requires);
    draft.asserted = true;
    draft.mentions.add(List.of(about));
    List<Token> said = new ArrayList<>(words);
    said.addAll(denials);
    draft.say(said);
  }

  /**
   * The side that tells a thing apart from others of its name, "the dog on the left": taken for
   * granted, and required by what is said of the thing.
   */
  void select(Thing thing, Shape side, Collection<Token> words) {
    Draft draft = draft(side, Polarity.POSITIVE, List.of(draft(thing)));
    draft.say(words);
    sides.put(thing.head(), draft);
  }

  /** The claims with spans in code points, things before what is said of them. */
  List<Claim> claims(Places places) {
    drafts.values().forEach(this::requireSides);
    List<Draft> order = new ArrayList<>(drafts.values());
    order.sort(Comparator.comparingInt(Draft::place).thenComparingInt(Draft::depth));
    for (int i = 0; i < order.size(); i++) order.get(i).id = i;
    Set<Draft> counted =
        order.stream()
            .filter(draft -> draft.shape.apply(Draft.NOWHERE) instanceof CountClaim)
            .flatMap(draft -> draft.requires.stream())
            .collect(toUnmodifiableSet());
    return order.stream()
        .map(draft -> claim(draft, !draft.asserted || counted.contains(draft), places))
        .toList();
  }

  /** None when it is said of things on different sides. */
  private void requireSides(Draft draft) {
    Set<List<Draft>> said = draft.mentions.stream().map(this::sidesOf).collect(toUnmodifiableSet());
    if (said.size() == 1) draft.requires.addAll(said.iterator().next());
  }

  private List<Draft> sidesOf(List<Thing> about) {
    return about.stream().map(Thing::head).filter(sides::containsKey).map(sides::get).toList();
  }

  private Draft draft(Thing thing) {
    Polarity polarity = thing.denied() ? Polarity.NEGATIVE : Polarity.POSITIVE;
    Draft draft = draft(basis -> new ObjectClaim(basis, thing.noun()), polarity, List.of());
    draft.asserted |= !thing.given();
    draft.say(thing.words());
    return draft;
  }

  private Draft draft(Shape shape, Polarity polarity, List<Draft> requires) {
    Claim key = shape.apply(new Basis(0, "", polarity, List.of(), List.of()));
    return drafts.computeIfAbsent(key, _ -> new Draft(shape, polarity, requires));
  }

  private static Claim claim(Draft draft, boolean given, Places places) {
    List<Span> spans = places.spans(draft.words);
    List<Integer> requires =
        draft.requires.stream().map(required -> required.id).distinct().toList();
    return draft.shape.apply(
        new Basis(
            draft.id,
            places.cut(places.spans(draft.first)),
            draft.polarity,
            spans,
            requires,
            given));
  }
}
