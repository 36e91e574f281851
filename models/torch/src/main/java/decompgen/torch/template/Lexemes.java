package decompgen.torch.template;

import decompgen.torch.template.Lexeme.Kind;
import java.util.List;

/** A place in a template's lexemes, from which parsers take. */
final class Lexemes {
  private final List<Lexeme> lexemes;
  private int at;

  Lexemes(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
  }

  Lexeme peek() {
    return lexemes.get(at);
  }

  Lexeme take() {
    Lexeme lexeme = peek();
    if (lexeme.kind() != Kind.EOF) at++;
    return lexeme;
  }

  boolean at(Kind kind) {
    return peek().kind() == kind;
  }

  boolean at(String operatorOrName) {
    return peek().is(operatorOrName);
  }

  /** Whether these two come next. */
  boolean at(String first, String second) {
    return at(first) && at + 1 < lexemes.size() && lexemes.get(at + 1).is(second);
  }

  /** Takes the operator or name when it comes next. */
  boolean takes(String operatorOrName) {
    boolean there = at(operatorOrName);
    if (there) take();
    return there;
  }

  void need(String operatorOrName) {
    if (!takes(operatorOrName)) throw unexpected("\"" + operatorOrName + "\"");
  }

  String need(Kind kind, String what) {
    if (!at(kind)) throw unexpected(what);
    return take().text();
  }

  TemplateException unexpected(String wanted) {
    String got = peek().text().isEmpty() ? peek().kind().toString() : "\"" + peek().text() + "\"";
    return new TemplateException(peek().line(), got + " where " + wanted + " is needed");
  }
}
