package decompgen.language.extract;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.language.extract.Thing.Presence;
import decompgen.language.parse.Token;
import decompgen.language.parse.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What "he", "she", "it" and "they" stand for, when that is plain. */
final class Antecedents {
  private static final Set<String> HOLDING = Set.of("prep", "acl");

  private final Tree tree;
  private final Things things;
  private final List<Claim> before;

  Antecedents(Tree tree, Things things, List<Claim> before) {
    this.tree = tree;
    this.things = things;
    this.before = before;
  }

  /** The pronoun as a mention of its antecedent. */
  Optional<Thing> of(Token pronoun) {
    return noun(pronoun).map(noun -> new Thing(pronoun, List.of(pronoun), noun, Presence.GIVEN));
  }

  private Optional<String> noun(Token pronoun) {
    Predicate<String> fits =
        switch (pronoun.lower()) {
          case "he", "him" -> noun -> person(noun) && !kindIn("female", noun);
          case "she", "her" -> noun -> person(noun) && !kindIn("male", noun);
          case "it" -> noun -> !person(noun);
          case "they", "them" -> _ -> true;
          default -> _ -> false;
        };
    boolean many = Set.of("they", "them").contains(pronoun.lower());
    return inSentence(pronoun, fits, many).or(() -> earlier(fits, many));
  }

  /** In the sentence: the subject first, else the nearest before. */
  private Optional<String> inSentence(Token pronoun, Predicate<String> fits, boolean many) {
    Set<Token> holders = holders(pronoun);
    List<Thing> candidates =
        things.mentions().stream()
            .filter(thing -> thing.head().index() < pronoun.index() && thing.there())
            .filter(thing -> !holders.contains(thing.head()))
            .filter(thing -> fits.test(thing.noun()) && plural(thing) == many)
            .toList();
    if (many && candidates.isEmpty()) return Optional.empty();
    return candidates.stream()
        .filter(thing -> thing.head().label().startsWith("nsubj"))
        .findFirst()
        .or(() -> candidates.stream().reduce((_, last) -> last))
        .map(Thing::noun);
  }

  /** "A hydrant on it", "a cloud hanging over it": not the hydrant, not the cloud. */
  private Set<Token> holders(Token pronoun) {
    Set<Token> holders = new HashSet<>();
    Optional<Token> at = tree.head(pronoun);
    while (at.isPresent() && HOLDING.contains(at.get().label()) && !at.get().noun()) {
      Optional<Token> beside = tree.before(at.get()).filter(Token::noun);
      at = at.get().verb() && beside.isPresent() ? beside : tree.head(at.get());
    }
    at.filter(Token::noun).ifPresent(holders::add);
    return holders;
  }

  /** In earlier sentences: what was last spoken of, then what was last named. */
  private Optional<String> earlier(Predicate<String> fits, boolean many) {
    Predicate<String> also =
        noun -> fits.test(noun) && (many ? person(noun) || several(noun) : !several(noun));
    return before.reversed().stream()
        .filter(claim -> !claim.negative())
        .flatMap(claim -> topic(claim).stream())
        .filter(also)
        .findFirst()
        .or(() -> named().filter(also).reduce((_, last) -> last));
  }

  private Stream<String> named() {
    return before.stream()
        .filter(claim -> claim instanceof ObjectClaim && !claim.negative())
        .map(claim -> ((ObjectClaim) claim).noun());
  }

  /** What was spoken of further than that it is there. */
  private static Optional<String> topic(Claim claim) {
    return claim instanceof ObjectClaim ? Optional.empty() : claim.nouns().stream().findFirst();
  }

  /** Whether a plural was said: "birds" for the noun bird. */
  private boolean several(String noun) {
    return before.stream()
        .filter(claim -> claim instanceof ObjectClaim(_, var named) && named.equals(noun))
        .anyMatch(claim -> !claim.basis().text().toLowerCase(Locale.ROOT).endsWith(noun));
  }

  private static boolean plural(Thing thing) {
    return thing.head().tag().endsWith("S");
  }

  private static boolean person(String noun) {
    return kindIn("person", noun);
  }

  private static boolean kindIn(String list, String noun) {
    return Words.in(list, noun.substring(noun.lastIndexOf(' ') + 1));
  }
}
