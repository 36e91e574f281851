package decompgen.loadtests.language;

import java.util.Collections;
import java.util.Set;

/**
 * What one of DSG's tuples or one claim states, in words of {@link DsgWords}; facts that state the
 * same in the same words are equal.
 */
sealed interface DsgFact {
  /** In the order in which figures are told. */
  enum Kind {
    object,
    count,
    attribute,
    relation,
    text
  }

  /** There is such a thing. */
  record Thing(String head) implements DsgFact {}

  /** There are so many. */
  record Count(String head, int number) implements DsgFact {}

  /** It is so or does so. */
  record Attribute(String head, Set<String> words) implements DsgFact {}

  /** Both have to do with each other. */
  record Relation(String subject, String object, Set<String> predicate) implements DsgFact {
    boolean samePredicate(Relation other) {
      return !Collections.disjoint(predicate, other.predicate);
    }
  }

  /** These words can be read. */
  record Text(String words) implements DsgFact {}

  default Kind kind() {
    return switch (this) {
      case Thing _ -> Kind.object;
      case Count _ -> Kind.count;
      case Attribute _ -> Kind.attribute;
      case Relation _ -> Kind.relation;
      case Text _ -> Kind.text;
    };
  }

  /**
   * Whether a predicted fact counts as this one: an attribute needs one common word, a relation the
   * same two things, whatever its predicate.
   */
  default boolean matches(DsgFact predicted) {
    return switch (this) {
      case Thing _, Count _, Text _ -> equals(predicted);
      case Attribute(var head, var words) ->
          predicted instanceof Attribute(var other, var otherWords)
              && head.equals(other)
              && !Collections.disjoint(words, otherWords);
      case Relation(var subject, var object, _) ->
          predicted instanceof Relation(var other, var otherObject, _)
              && subject.equals(other)
              && object.equals(otherObject);
    };
  }
}
