package decompgen.domain.expert;

import static java.util.Objects.requireNonNull;

import decompgen.domain.picture.Box;

/**
 * What an expert is asked about a picture; equal questions about equal pictures have equal answers.
 */
public sealed interface Question {
  /** The part of the picture that it asks about. */
  Box box();

  /** What is there? */
  record Whole() implements Question {
    @Override
    public Box box() {
      return Box.WHOLE;
    }
  }

  /** What thing is in this region, apart from what it stands before? */
  record Region(Box box) implements Question {
    public Region {
      requireNonNull(box, "box");
    }
  }

  /** What is in this region, the thing and all that shows beside it? */
  record Patch(Box box) implements Question {
    public Patch {
      requireNonNull(box, "box");
    }
  }
}
