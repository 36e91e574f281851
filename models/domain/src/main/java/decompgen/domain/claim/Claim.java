package decompgen.domain.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One atomic statement of a response about a picture. Nouns, attributes and predicates are
 * lower-case lemmas of the response's own words ("dining table", "red", "to the left of"); what
 * they name in the world is the vocabulary's business.
 */
public sealed interface Claim {
  /** There is such a thing: "a cat". */
  record ObjectClaim(Basis basis, String noun) implements Claim {
    public ObjectClaim {
      requireNonNull(basis, "basis");
      requireWord("noun", noun);
    }
  }

  /** There are just so many: "two dogs"; {@code number} in 0..20. */
  record CountClaim(Basis basis, String noun, int number) implements Claim {
    public CountClaim {
      requireNonNull(basis, "basis");
      requireWord("noun", noun);
      if (!(0 <= number && number <= 20)) throw new IllegalArgumentException("number: " + number);
    }
  }

  /**
   * It is of such a colour, material, kind or state: "a red sofa", "a tabby cat", "the dog is
   * sleeping".
   */
  record AttributeClaim(Basis basis, String attribute, String noun) implements Claim {
    public AttributeClaim {
      requireNonNull(basis, "basis");
      requireWord("attribute", attribute);
      requireWord("noun", noun);
    }
  }

  /** One does something with another: "a man wears a hat". */
  record RelationClaim(Basis basis, String subject, String predicate, String object)
      implements Claim {
    public RelationClaim {
      requireNonNull(basis, "basis");
      requireWord("subject", subject);
      requireWord("predicate", predicate);
      requireWord("object", object);
    }
  }

  /**
   * It is somewhere: "to the left of" an object, or, when {@code object} is null, on a side of the
   * image ("left").
   */
  record SpatialClaim(Basis basis, String subject, String predicate, @Nullable String object)
      implements Claim {
    public SpatialClaim {
      requireNonNull(basis, "basis");
      requireWord("subject", subject);
      requireWord("predicate", predicate);
    }
  }

  /**
   * It is large, small, long, short or tall; or, with {@code than}, larger or smaller than another
   * thing.
   */
  record ScaleClaim(Basis basis, String noun, String quality, @Nullable String than)
      implements Claim {
    public ScaleClaim {
      requireNonNull(basis, "basis");
      requireWord("noun", noun);
      requireWord("quality", quality);
    }
  }

  /**
   * These words can be read in the picture; {@code quote} without its quotation marks, case kept.
   */
  record TextClaim(Basis basis, String quote) implements Claim {
    public TextClaim {
      requireNonNull(basis, "basis");
      requireWord("quote", quote);
    }
  }

  Basis basis();

  default int id() {
    return basis().id();
  }

  default boolean negative() {
    return basis().polarity() == Polarity.NEGATIVE;
  }

  default List<Integer> requires() {
    return basis().requires();
  }

  default Aspect aspect() {
    return switch (this) {
      case ObjectClaim _ -> Aspect.OBJECT;
      case CountClaim _ -> Aspect.COUNT;
      case AttributeClaim _ -> Aspect.ATTRIBUTE;
      case RelationClaim _ -> Aspect.RELATION;
      case SpatialClaim _ -> Aspect.SPATIAL;
      case ScaleClaim _ -> Aspect.SCALE;
      case TextClaim _ -> Aspect.TEXT;
    };
  }

  /**
   * The nouns of the things that it speaks of, in the order of its arguments: 0..2, the first being
   * what it is about; a noun that fills both places ("a dog chases a dog") comes twice.
   */
  default List<String> nouns() {
    return switch (this) {
      case ObjectClaim(_, var noun) -> List.of(noun);
      case CountClaim(_, var noun, _) -> List.of(noun);
      case AttributeClaim(_, _, var noun) -> List.of(noun);
      case RelationClaim(_, var subject, _, var object) -> List.of(subject, object);
      case SpatialClaim(_, var subject, _, var object) -> pair(subject, object);
      case ScaleClaim(_, var noun, _, var than) -> pair(noun, than);
      case TextClaim _ -> List.of();
    };
  }

  private static List<String> pair(String first, @Nullable String second) {
    return second == null ? List.of(first) : List.of(first, second);
  }

  /** The same statement resting on other words. */
  default Claim on(Basis other) {
    return switch (this) {
      case ObjectClaim(_, var noun) -> new ObjectClaim(other, noun);
      case CountClaim(_, var noun, int number) -> new CountClaim(other, noun, number);
      case AttributeClaim(_, var attribute, var noun) -> new AttributeClaim(other, attribute, noun);
      case RelationClaim(_, var subject, var predicate, var object) ->
          new RelationClaim(other, subject, predicate, object);
      case SpatialClaim(_, var subject, var predicate, var object) ->
          new SpatialClaim(other, subject, predicate, object);
      case ScaleClaim(_, var noun, var quality, var than) ->
          new ScaleClaim(other, noun, quality, than);
      case TextClaim(_, var quote) -> new TextClaim(other, quote);
    };
  }

  /** Whether both say the same, wherever in the response they stand. */
  default boolean says(Claim other) {
    return equals(other.on(basis())) && negative() == other.negative();
  }

  private static void requireWord(String name, String word) {
    if (requireNonNull(word, name).isBlank())
      throw new IllegalArgumentException(name + " is blank");
  }
}
