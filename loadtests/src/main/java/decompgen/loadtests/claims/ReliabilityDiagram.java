package decompgen.loadtests.claims;

import decompgen.domain.benchmark.Figures;
import decompgen.domain.benchmark.Outcome;
import decompgen.domain.benchmark.Reliability;
import decompgen.domain.benchmark.Reliability.Bin;
import decompgen.loadtests.Template;
import java.util.List;
import java.util.Map;

/**
 * Scores against truth as SVG: for each bin of scores the share of true sentences, with its 95 %
 * Wilson interval (Wilson 1927), beside the diagonal of perfect scores.
 */
final class ReliabilityDiagram {
  private static final double Z = 1.96;

  /** Side of the square in which scores and shares are drawn, and where it begins. */
  private static final double SIDE = 300;

  private static final double LEFT = 60;
  private static final double TOP = 62;

  /** One bin in the drawing's coordinates, y growing downward. */
  public record Point(double x, double y, double low, double high, double radius, int sentences) {
    static Point of(Bin bin) {
      double n = bin.sentences();
      double share = bin.trueShare();
      double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
      double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
      return new Point(
          LEFT + SIDE * bin.meanScore(),
          y(share),
          y(centre - half),
          y(centre + half),
          3 + Math.sqrt(n),
          bin.sentences());
    }

    /** Where the number of sentences stands: above bar and circle. */
    public double label() {
      return Math.min(high, y - radius) - 4;
    }

    private static double y(double share) {
      return TOP + SIDE * (1 - share);
    }
  }

  private ReliabilityDiagram() {}

  /**
   * The diagram.
   *
   * @param source what was judged and by what, for the caption
   */
  static String svg(List<Outcome> outcomes, String source) {
    Reliability reliability = Reliability.of(outcomes);
    long photos = outcomes.stream().map(outcome -> outcome.sentence().photo()).distinct().count();
    Map<String, Object> values =
        Map.of(
            "points", reliability.bins().stream().map(Point::of).toList(),
            "decided", reliability.sentences(),
            "sentences", outcomes.size(),
            "photos", photos,
            "ece", ClaimsTable.cell(outcomes, Figures::ece),
            "source", source);
    return Template.filled("reliability.svg", values);
  }
}
