package decompgen.verticles.scoring;

import java.time.Duration;

/**
 * Bounds of scoring.
 *
 * @param instances verticles on virtual threads that run scores
 * @param maxResponses most responses in one request
 * @param maxCharacters longest response, in UTF-16 units
 * @param maxClaims claims of one response beyond which the rest is counted as omitted
 * @param deadline longest time for one request
 */
public record ScoringSettings(
    int instances, int maxResponses, int maxCharacters, int maxClaims, Duration deadline) {
  public ScoringSettings {
    if (!(instances >= 1)) throw new IllegalArgumentException("instances: " + instances);
    if (!(maxResponses >= 1)) throw new IllegalArgumentException("max-responses: " + maxResponses);
    if (!(maxCharacters >= 1))
      throw new IllegalArgumentException("max-characters: " + maxCharacters);
    if (!(maxClaims >= 1)) throw new IllegalArgumentException("max-claims: " + maxClaims);
    if (!deadline.isPositive()) throw new IllegalArgumentException("deadline: " + deadline);
  }
}
