package decompgen.domain.verdict;

/**
 * A logistic calibration of a model's score: P(claim true) = σ(slope · (logit s − logit m) +
 * offset), where m is the middle of the levels of the class, so that classes share one curve (Platt
 * 1999, on log-odds).
 *
 * @param slope positive
 */
public record Logistic(double slope, double offset) {
  private static final double LEAST = 1e-4;

  public Logistic {
    if (!(slope > 0)) throw new IllegalArgumentException("slope: " + slope);
    if (!Double.isFinite(offset)) throw new IllegalArgumentException("offset: " + offset);
  }

  /** P(claim true) at base rate .5, in (0,1). */
  public double of(double score, Levels levels) {
    double middle = (levels.present() + levels.absent()) / 2;
    return 1 / (1 + Math.exp(-slope * (logit(score) - logit(middle)) - offset));
  }

  /** Log-odds of a probability, kept finite. */
  static double logit(double probability) {
    double p = Math.clamp(probability, LEAST, 1 - LEAST);
    return Math.log(p / (1 - p));
  }
}
