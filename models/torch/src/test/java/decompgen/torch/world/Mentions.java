package decompgen.torch.world;

import java.util.Set;

/**
 * What a response names, held against the truth of its picture.
 *
 * @param real nouns of things or parts that are there
 * @param hallucinated nouns of things that are not
 * @param missed classes of things that are there and are not named
 * @param words how long the response is
 */
public record Mentions(Set<String> real, Set<String> hallucinated, int missed, int words) {
  public Mentions {
    real = Set.copyOf(real);
    hallucinated = Set.copyOf(hallucinated);
  }

  /** How many nouns could be decided. */
  public int decided() {
    return real.size() + hallucinated.size();
  }

  /**
   * How good the response is, in [0,1]: 1 when it names everything that is there and nothing else;
   * a thing left out costs half of one that is not there. NaN when it names nothing.
   */
  public double quality() {
    return decided() == 0 ? Double.NaN : real.size() / (decided() + .5 * missed);
  }

  /** Nothing is wrong and nothing is left out. */
  public boolean faultless() {
    return hallucinated.isEmpty() && missed == 0;
  }
}
