package decompgen.domain.claim;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** Says what the nouns of responses name among the classes that an expert knows. */
public interface Vocabulary {
  /** What a noun names. */
  sealed interface Naming {
    /**
     * The class itself under one of its names: "sofa" for couch. Presence supports, absence
     * contradicts.
     */
    record Synonym(String label) implements Naming {}

    /**
     * A kind of the class: "husky" for dog. Absence of the class contradicts, presence alone
     * decides nothing.
     */
    record Hyponym(String label) implements Naming {}

    /**
     * Something above several classes: "animal". Any member supports; {@code complete} when nothing
     * else is one.
     */
    record Hypernym(Set<String> labels, boolean complete) implements Naming {
      public Hypernym {
        labels = Set.copyOf(labels);
        if (labels.isEmpty()) throw new IllegalArgumentException("a hypernym of nothing");
      }
    }

    /** Outside the vocabulary. */
    record Unknown(String noun) implements Naming {
      public Unknown {
        requireNonNull(noun, "noun");
      }
    }
  }

  /** Name and version, part of every rulebook's version and so of every score's fingerprint. */
  String version();

  /** What the lower-case noun names among the detector's classes. */
  Naming detectorClass(String noun);

  /**
   * The classifier's labels that are the noun or a kind of it ("tabby": tabby, tiger cat); empty
   * when it knows none.
   */
  Set<String> classifierLabels(String noun);

  /** What the lower-case noun names among the stuff that the classifier scores ("grass"). */
  default Naming stuff(String noun) {
    return new Naming.Unknown(noun);
  }

  /** Whether the noun is ground or background ("beach"), which no box holds. */
  default boolean scenery(String noun) {
    return false;
  }
}
