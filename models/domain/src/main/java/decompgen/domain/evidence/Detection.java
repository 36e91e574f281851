package decompgen.domain.evidence;

import static java.util.Objects.requireNonNull;

import decompgen.domain.picture.Box;

/** One thing found: its class label, the detector's score in [0,1], where it is. */
public record Detection(String label, double score, Box box) {
  public Detection {
    requireNonNull(label, "label");
    requireNonNull(box, "box");
    if (!(0 <= score && score <= 1)) throw new IllegalArgumentException("score: " + score);
  }
}
