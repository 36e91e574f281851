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

  Kind kind();

  /** Whether a predicted fact counts as this one. */
  boolean matches(DsgFact predicted);

  /** There is such a thing. */
  record Thing(String head) implements DsgFact {
    @Override
    public Kind kind() {
      return Kind.object;
    }

    @Override
    public boolean matches(DsgFact predicted) {
      return equals(predicted);
    }
  }

  /** There are so many. */
  record Count(String head, int number) implements DsgFact {
    @Override
    public Kind kind() {
      return Kind.count;
    }

    @Override
    public boolean matches(DsgFact predicted) {
      return equals(predicted);
    }
  }

  /** It is so or does so; one common word is enough. */
  record Attribute(String head, Set<String> words) implements DsgFact {
    @Override
    public Kind kind() {
      return Kind.attribute;
    }

    @Override
    public boolean matches(DsgFact predicted) {
      return predicted instanceof Attribute(var other, var otherWords)
          && head.equals(other)
          && !Collections.disjoint(words, otherWords);
    }
  }

  /** Both have to do with each other, in whatever way. */
  record Relation(String subject, String object, Set<String> predicate) implements DsgFact {
    @Override
    public Kind kind() {
      return Kind.relation;
    }

    @Override
    public boolean matches(DsgFact predicted) {
      return predicted instanceof Relation other
          && subject.equals(other.subject)
          && object.equals(other.object);
    }

    boolean samePredicate(Relation other) {
      return !Collections.disjoint(predicate, other.predicate);
    }
  }

  /** These words can be read. */
  record Text(String words) implements DsgFact {
    @Override
    public Kind kind() {
      return Kind.text;
    }

    @Override
    public boolean matches(DsgFact predicted) {
      return equals(predicted);
    }
  }
}
