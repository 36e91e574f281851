package decompgen.language.extract;

import decompgen.language.parse.Token;

/** The word that stands for a quotation while the sentence around it is parsed. */
final class QuotedWords {
  /** A form that the parser takes for a name. */
  static final String FORM = "Xyz";

  private QuotedWords() {}

  static boolean stands(Token token) {
    return token.form().equals(FORM);
  }
}
