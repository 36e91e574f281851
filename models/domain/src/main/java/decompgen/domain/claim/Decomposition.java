package decompgen.domain.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing list of a response's different claims; equal claims of later sentences become
 * mentions of the first.
 */
public final class Decomposition {
  /** An equal claim that came again, and where. */
  public record Mention(int claim, List<Span> spans) {
    public Mention {
      spans = List.copyOf(spans);
    }
  }

  /** What one sentence added; {@code omitted} new claims were beyond the limit. */
  public record Added(List<Claim> claims, List<Mention> mentions, int omitted) {
    public Added {
      claims = List.copyOf(claims);
      mentions = List.copyOf(mentions);
    }
  }

  private final int maxClaims;
  private final List<Claim> claims = new ArrayList<>();
  private int omitted;

  public Decomposition(int maxClaims) {
    if (!(maxClaims > 0)) throw new IllegalArgumentException("maxClaims: " + maxClaims);
    this.maxClaims = maxClaims;
  }

  /**
   * Takes the claims of the next sentence, numbered from 0, and gives them their numbers in the
   * response.
   */
  public Added add(List<Claim> sentence) {
    List<Claim> fresh = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    int[] numbers = new int[sentence.size()];
    int left = 0;
    for (Claim claim : sentence) {
      int known = indexOf(claim);
      numbers[claim.id()] = known;
      if (known >= 0) {
        mentions.add(new Mention(known, claim.basis().spans()));
      } else if (claims.size() == maxClaims || requiresOmitted(claim, numbers)) {
        left++;
      } else {
        numbers[claim.id()] = claims.size();
        claims.add(renumbered(claim, numbers));
        fresh.add(claims.getLast());
      }
    }
    omitted += left;
    return new Added(fresh, mentions, left);
  }

  /** All different claims so far; the id of each is its index. */
  public List<Claim> claims() {
    return List.copyOf(claims);
  }

  public int omitted() {
    return omitted;
  }

  private int indexOf(Claim claim) {
    for (int i = 0; i < claims.size(); i++) if (claims.get(i).says(claim)) return i;
    return -1;
  }

  private static boolean requiresOmitted(Claim claim, int[] numbers) {
    return claim.requires().stream().anyMatch(required -> numbers[required] < 0);
  }

  private static Claim renumbered(Claim claim, int[] numbers) {
    Basis old = claim.basis();
    List<Integer> requires =
        old.requires().stream().map(required -> numbers[required]).distinct().toList();
    return claim.on(
        new Basis(
            numbers[claim.id()], old.text(), old.polarity(), old.spans(), requires, old.given()));
  }
}
