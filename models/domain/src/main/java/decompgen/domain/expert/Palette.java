package decompgen.domain.expert;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Colours and how much of each was seen. Not thread-safe. */
final class Palette {
  private final Map<Colour, Double> weights = new EnumMap<>(Colour.class);
  private double weight;

  void add(Colour colour, double seen) {
    if (seen > 0) weights.merge(colour, seen, Double::sum);
    weight += seen;
  }

  double weight() {
    return weight;
  }

  double share(Colour colour) {
    return weight > 0 ? weights.getOrDefault(colour, 0.0) / weight : 0;
  }

  /** The share of each colour that was seen, by its word; together 1. */
  Map<String, Double> shares() {
    Map<String, Double> shares = new TreeMap<>();
    weights.keySet().forEach(colour -> shares.put(colour.word(), Math.min(1, share(colour))));
    return shares;
  }

  /**
   * Without what another palette has of each colour, times {@code often}; itself when less than
   * {@code least} of it would be left.
   */
  Palette without(Palette other, double often, double least) {
    Palette left = new Palette();
    for (Colour colour : weights.keySet())
      left.add(colour, Math.max(0, share(colour) - often * other.share(colour)));
    return left.weight >= least ? left : this;
  }
}
