package decompgen.domain.claim;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What every claim has, whatever it says.
 *
 * @param id number of the claim in its response, from 0
 * @param text the claim in words of the response, for people
 * @param spans the words of the response that the claim rests on, in order
 * @param requires ids of the claims that must hold for this one to mean anything (the mug's colour
 *     requires the mug)
 * @param given whether the response takes the thing for granted ("the mug", "it", "the mug on the
 *     left" with its side) or counts it ("two mugs"), rather than says that it is there ("a mug")
 */
public record Basis(
    int id,
    String text,
    Polarity polarity,
    List<Span> spans,
    List<Integer> requires,
    boolean given) {
  public Basis {
    if (!(id >= 0)) throw new IllegalArgumentException("claim id: " + id);
    requireNonNull(text, "text");
    requireNonNull(polarity, "polarity");
    spans = List.copyOf(spans);
    requires = List.copyOf(requires);
  }

  /** Of a claim that says what it says. */
  public Basis(int id, String text, Polarity polarity, List<Span> spans, List<Integer> requires) {
    this(id, text, polarity, spans, requires, false);
  }
}
