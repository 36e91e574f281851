package decompgen.torch.template;

import decompgen.torch.template.Lexeme.Kind;
import decompgen.torch.template.Statement.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Statements that give values to names. */
final class SetParser {
  private final Lexemes lexemes;
  private final ExpressionParser expressions;
  private final StatementParser statements;

  SetParser(Lexemes lexemes, ExpressionParser expressions, StatementParser statements) {
    this.lexemes = lexemes;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Names to which a value, or the items of one, are given. */
  BiConsumer<Scope, Object> names() {
    boolean bracket = lexemes.takes("(");
    List<String> names = new ArrayList<>();
    do names.add(lexemes.need(Kind.NAME, "a name"));
    while (lexemes.takes(","));
    if (bracket) lexemes.need(")");
    if (names.size() == 1) return (scope, value) -> scope.set(names.getFirst(), value);
    return (scope, value) -> {
      List<Object> items = Values.items(value);
      if (items.size() != names.size())
        throw new TemplateException(items.size() + " values for the names " + names);
      for (int i = 0; i < names.size(); i++) scope.set(names.get(i), items.get(i));
    };
  }

  /** What follows {@code set}, to the end of its tag or of its block. */
  Statement set() {
    if (lexemes.at(Kind.NAME) && lexemes.at(lexemes.peek().text(), ".")) return setInside();
    BiConsumer<Scope, Object> target = names();
    if (!lexemes.takes("=")) return setBlock(target);
    Expression value = values();
    lexemes.need(Kind.END, "the end of the tag");
    return (scope, _) -> {
      target.accept(scope, value.value(scope));
      return Flow.NEXT;
    };
  }

  private Expression values() {
    Expression first = expressions.expression();
    List<Expression> all = new ArrayList<>(List.of(first));
    while (lexemes.takes(",")) all.add(expressions.expression());
    return all.size() == 1 ? first : scope -> all.stream().map(e -> e.value(scope)).toList();
  }

  private Statement setInside() {
    String owner = lexemes.take().text();
    lexemes.need(".");
    String name = lexemes.need(Kind.NAME, "a name");
    lexemes.need("=");
    Expression value = expressions.expression();
    lexemes.need(Kind.END, "the end of the tag");
    return (scope, _) -> {
      if (!(scope.get(owner) instanceof Namespace namespace))
        throw new TemplateException(owner + " is no namespace, so nothing can be set in it");
      namespace.set(name, value.value(scope));
      return Flow.NEXT;
    };
  }

  private Statement setBlock(BiConsumer<Scope, Object> target) {
    lexemes.need(Kind.END, "the end of the tag");
    Statement body = statements.block("endset");
    return (scope, _) -> {
      Output printed = new Output();
      body.run(scope.inner(), printed);
      target.accept(scope, printed.toString());
      return Flow.NEXT;
    };
  }
}
