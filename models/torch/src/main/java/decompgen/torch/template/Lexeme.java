package decompgen.torch.template;

/**
 * A piece of a template's source.
 *
 * @param text of TEXT what is printed, of STRING what it denotes, else as written
 */
record Lexeme(Kind kind, String text, int line) {
  enum Kind {
    /** Outside of tags. */
    TEXT,
    /** The beginning of {@code {{ }}}, of {@code {% %}}, and the end of either. */
    PRINT,
    STATEMENT,
    END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    /** After the last. */
    EOF
  }

  boolean is(String operatorOrName) {
    return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrName);
  }
}
