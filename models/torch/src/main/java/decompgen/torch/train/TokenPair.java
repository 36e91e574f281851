package decompgen.torch.train;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.util.Arrays;
import java.util.List;

/**
 * A preference pair as tokens.
 *
 * @param name what errors call it, such as its line in a file
 * @param pictures keys of the pictures whose features stand in the places of the prompt's image
 *     tokens, in their order; none for text alone
 * @param prompt ids up to where the completion begins, image tokens expanded; at least one
 * @param chosen ids of the better completion, the end token included
 * @param rejected ids of the worse one
 */
public record TokenPair(
    String name, List<String> pictures, int[] prompt, int[] chosen, int[] rejected) {
  /**
   * @throws Failure REQUEST_INVALID when a part is empty or both completions are the same
   */
  public TokenPair {
    requireNonNull(name, "name");
    pictures = List.copyOf(pictures);
    if (prompt.length == 0) throw refused(name, "has an empty prompt");
    if (chosen.length == 0) throw refused(name, "has an empty chosen completion");
    if (rejected.length == 0) throw refused(name, "has an empty rejected completion");
    if (Arrays.equals(chosen, rejected))
      throw refused(name, "has the same completion as chosen and rejected");
  }

  private static Failure refused(String name, String why) {
    return new Failure(
        ErrorCode.REQUEST_INVALID, "pair " + name + " " + why + "; leave it out or correct it.");
  }

  /** Tokens of the prompt with the longer completion. */
  int length() {
    return prompt.length + Math.max(chosen.length, rejected.length);
  }
}
