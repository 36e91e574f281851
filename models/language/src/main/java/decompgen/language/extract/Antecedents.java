package decompgen.language.extract;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.language.parse.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What "he", "she", "it" and "they" stand for, when that is plain. */
final class Antecedents {
  private final Things things;
  private final List<Claim> before;

  Antecedents(Things things, List<Claim> before) {
    this.things = things;
    this.before = before;
  }

  /** The pronoun as a mention of its antecedent. */
  Optional<Thing> of(Token pronoun) {
    return noun(pronoun).map(noun -> new Thing(pronoun, List.of(pronoun), noun, false, false));
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
    List<Thing> candidates =
        things.mentions().stream()
            .filter(thing -> thing.head().index() < pronoun.index() && thing.there())
            .filter(thing -> fits.test(thing.noun()) && plural(thing) == many)
            .toList();
    return candidates.stream()
        .filter(thing -> thing.head().label().startsWith("nsubj"))
        .findFirst()
        .or(() -> candidates.stream().reduce((_, last) -> last))
        .map(Thing::noun);
  }

  /** In earlier sentences: the person or thing named last, of those that fit. */
  private Optional<String> earlier(Predicate<String> fits, boolean many) {
    return before.stream()
        .filter(claim -> claim instanceof ObjectClaim && !claim.negative())
        .map(claim -> (ObjectClaim) claim)
        .filter(claim -> fits.test(claim.noun()))
        .reduce((first, second) -> many || later(second, first) ? second : first)
        .map(ObjectClaim::noun);
  }

  private static boolean later(ObjectClaim one, ObjectClaim other) {
    return one.basis().spans().getLast().start() > other.basis().spans().getLast().start();
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
