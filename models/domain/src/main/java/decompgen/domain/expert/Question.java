package decompgen.domain.expert;

import static java.util.Objects.requireNonNull;

import decompgen.domain.picture.Box;

/**
 * What an expert is asked about a picture; equal questions about equal pictures have equal answers.
 */
public sealed interface Question {
  /** What is there? */
  record Whole() implements Question {}

  /** What is in this region? */
  record Region(Box box) implements Question {
    public Region {
      requireNonNull(box, "box");
    }
  }
}
