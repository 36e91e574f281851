package decompgen.domain.benchmark;

import static java.util.Objects.requireNonNull;

/**
 * A sentence about a photo and whether it holds.
 *
 * @param photo names the photo; sentences of one photo are never split between fitting and checking
 */
public record LabelledSentence(String photo, String sentence, boolean holds) {
  public LabelledSentence {
    requireNonNull(photo, "photo");
    requireNonNull(sentence, "sentence");
  }
}
