package decompgen.domain.claim;

import static java.util.Objects.requireNonNull;

/** One sentence of a response: its number from 0, its place in code points, its words. */
public record Sentence(int number, Span span, String text) {
  public Sentence {
    if (!(number >= 0)) throw new IllegalArgumentException("sentence: " + number);
    requireNonNull(span, "span");
    requireNonNull(text, "text");
  }
}
