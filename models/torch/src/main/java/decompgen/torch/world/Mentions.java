package decompgen.torch.world;

import java.util.Set;

/**
 * What a response names, held against the truth of its picture.
 *
 * @param real nouns of things or parts that are there
 * @param hallucinated nouns of things that are not
 * @param words how long the response is
 */
public record Mentions(Set<String> real, Set<String> hallucinated, int words) {
  public Mentions {
    real = Set.copyOf(real);
    hallucinated = Set.copyOf(hallucinated);
  }

  /** How many nouns could be decided. */
  public int decided() {
    return real.size() + hallucinated.size();
  }

  /** The share of real ones among those decided; NaN when there are none. */
  public double trust() {
    return (double) real.size() / decided();
  }
}
