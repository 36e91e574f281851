package decompgen.domain.expert;

import static java.util.Objects.requireNonNull;

import decompgen.domain.picture.Picture;

/** One question about one picture. */
public record Inquiry(Picture picture, Question question) {
  public Inquiry {
    requireNonNull(picture, "picture");
    requireNonNull(question, "question");
  }
}
