package decompgen.domain.verdict;

import decompgen.domain.claim.Claim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Question;
import java.util.List;

/**
 * How one judge decides claims: which it judges, what it asks of which expert, what it makes of the
 * answers. Pure: the same claim and evidence give the same ruling. Rules speak of the positive
 * statement; denial is turned round once, by {@link Rulebook#judge}.
 */
public interface Rule {
  /**
   * The name in judgements and configuration: {@code detector}, {@code geometry}, {@code colour},
   * {@code reader}…
   */
  String judge();

  /** The name of the expert whose answers {@link #rule} takes; the judge's own name for most. */
  default String expert() {
    return judge();
  }

  boolean judges(Claim claim);

  /** The same rule for a claim that speaks of some things only, of those that its nouns name. */
  default Rule about(Selection selection) {
    return this;
  }

  /**
   * Whether the detector's boxes must be known before {@link #questions}; when not, {@code located}
   * is empty there.
   */
  default boolean needsBoxes() {
    return true;
  }

  /**
   * Whether it judges even when nobody knows if the things that the claim requires are there; it is
   * not asked when they are known to be absent.
   */
  default boolean judgesOpenly() {
    return !needsBoxes();
  }

  /**
   * What the expert has to answer about the picture, none when the boxes are enough.
   *
   * @param located what the detector saw in the whole picture
   */
  default List<Question> questions(Claim claim, Boxes located) {
    return List.of();
  }

  /**
   * The ruling on the positive statement of the claim.
   *
   * @param answers one for each question, in order
   */
  Ruling rule(Claim claim, Boxes located, List<Evidence> answers);
}
