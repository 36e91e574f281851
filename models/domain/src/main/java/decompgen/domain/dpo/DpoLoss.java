package decompgen.domain.dpo;

import static java.util.Objects.requireNonNull;

/**
 * The loss of one preference pair and its gradient, in double precision.
 *
 * @param beta strength β of the tie to the reference, above 0 and at most 1000; usually .1
 * @param labelSmoothing assumed probability ε that chosen and rejected are swapped, 0 to .5 (cDPO:
 *     Mitchell 2023, Eq. 3); 0 with {@link Objective#IPO}, which has none
 * @param policy how the policy's log-probabilities are measured
 * @param reference how the reference's are; the released code of the source mixes sums of the one
 *     with averages of the other, which can be repeated by naming two different measures
 */
public record DpoLoss(
    Objective objective, double beta, double labelSmoothing, Measure policy, Measure reference) {
  public DpoLoss {
    requireNonNull(objective, "objective");
    requireNonNull(policy, "policy");
    requireNonNull(reference, "reference");
    if (!(beta > 0 && beta <= 1000))
      throw new IllegalArgumentException("loss.beta: " + beta + " is not above 0 and at most 1000");
    if (!(labelSmoothing >= 0 && labelSmoothing <= .5))
      throw new IllegalArgumentException(
          "loss.label-smoothing: " + labelSmoothing + " is not 0 to .5");
    if (objective == Objective.IPO && labelSmoothing > 0)
      throw new IllegalArgumentException(
          "loss.label-smoothing: " + labelSmoothing + " is not 0, as ipo wants it");
  }

  /** DPO as in the paper: the sigmoid of sums. */
  public DpoLoss(double beta, double labelSmoothing) {
    this(Objective.SIGMOID, beta, labelSmoothing, Measure.SUM, Measure.SUM);
  }

  /** IPO as TRL computes it: of averages, so that β does not depend on length. */
  public static DpoLoss ipo(double beta) {
    return new DpoLoss(Objective.IPO, beta, 0, Measure.AVERAGE, Measure.AVERAGE);
  }

  /**
   * What a pair costs.
   *
   * @param loss ≥ 0 for the sigmoid without smoothing and for ipo
   * @param chosenGradient ∂loss / ∂ Σ log π_θ(y_w|x), by the <em>sum</em> whatever the measure is
   * @param rejectedGradient ∂loss / ∂ Σ log π_θ(y_l|x)
   * @param chosenReward β · log π_θ(y_w|x) / π_ref(y_w|x)
   * @param rejectedReward β · log π_θ(y_l|x) / π_ref(y_l|x)
   */
  public record Step(
      double loss,
      double chosenGradient,
      double rejectedGradient,
      double chosenReward,
      double rejectedReward) {
    /** How much more the chosen one is rewarded. */
    public double margin() {
      return chosenReward - rejectedReward;
    }

    /** Whether the pair is told apart in the right direction. */
    public boolean accurate() {
      return chosenReward > rejectedReward;
    }

    /** Whether a training can go on from it: no NaN, nothing infinite. */
    public boolean finite() {
      return Double.isFinite(loss)
          && Double.isFinite(chosenGradient)
          && Double.isFinite(rejectedGradient);
    }
  }

  /**
   * The step of one pair.
   *
   * @param policyLogProbs under π_θ, the network with its adapter on
   * @param referenceLogProbs under π_ref, the network with its adapter off
   */
  public Step step(PairLogProbs policyLogProbs, PairLogProbs referenceLogProbs) {
    double chosen = ratio(policyLogProbs.chosen(), referenceLogProbs.chosen());
    double rejected = ratio(policyLogProbs.rejected(), referenceLogProbs.rejected());
    double h = chosen - rejected;
    double slope = slope(h);
    return new Step(
        loss(h),
        slope * policy.slope(policyLogProbs.chosen()),
        -slope * policy.slope(policyLogProbs.rejected()),
        beta * chosen,
        beta * rejected);
  }

  private double ratio(CompletionLogProb policyLogProb, CompletionLogProb referenceLogProb) {
    return policy.of(policyLogProb) - reference.of(referenceLogProb);
  }

  private double loss(double h) {
    return switch (objective) {
      case SIGMOID ->
          -(1 - labelSmoothing) * logSigmoid(beta * h) - labelSmoothing * logSigmoid(-beta * h);
      case IPO -> (h - 1 / (2 * beta)) * (h - 1 / (2 * beta));
    };
  }

  /** ∂loss / ∂h; σ' needs no logarithm: (log σ(z))' = σ(−z). */
  private double slope(double h) {
    return switch (objective) {
      case SIGMOID ->
          beta * (labelSmoothing * sigmoid(beta * h) - (1 - labelSmoothing) * sigmoid(-beta * h));
      case IPO -> 2 * (h - 1 / (2 * beta));
    };
  }

  /** log σ(z) without overflow: min(z, 0) − log(1 + e^−|z|). */
  private static double logSigmoid(double z) {
    return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double sigmoid(double z) {
    double e = Math.exp(-Math.abs(z));
    return z >= 0 ? 1 / (1 + e) : e / (1 + e);
  }
}
