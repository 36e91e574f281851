package decompgen.language.parse;

import java.util.Locale;

/**
 * A piece of a sentence between {@code start} and {@code end} (chars, end exclusive).
 *
 * @param form what the parser reads
 * @param said what is written, in lower case; more than the form where words were joined
 */
public record Word(int start, int end, String form, String said) {
  public Word(int start, int end, String form) {
    this(start, end, form, form.toLowerCase(Locale.ROOT));
  }

  /** One word over both, read as {@code form}. */
  public Word joined(Word second, String form) {
    return new Word(start, second.end, form, said + " " + second.said);
  }
}
