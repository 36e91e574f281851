package decompgen.torch.template;

import decompgen.torch.template.Lexeme.Kind;
import decompgen.torch.template.Statement.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Text, prints and statements. */
final class StatementParser {
  private final Lexemes lexemes;
  private final ExpressionParser expressions;

  private StatementParser(Lexemes lexemes) {
    this.lexemes = lexemes;
    this.expressions = new ExpressionParser(lexemes);
  }

  static Statement parse(String source) {
    StatementParser parser = new StatementParser(new Lexemes(Lexer.lex(source)));
    Statement whole = parser.until(Set.of());
    if (!parser.lexemes.at(Kind.EOF)) throw parser.lexemes.unexpected("the end");
    return whole;
  }

  /** Up to a statement of one of these names, whose name is next then. */
  private Statement until(Set<String> names) {
    List<Statement> statements = new ArrayList<>();
    while (!lexemes.at(Kind.EOF)) {
      Lexeme lexeme = lexemes.take();
      if (lexeme.kind() == Kind.TEXT) statements.add(text(lexeme.text()));
      else if (lexeme.kind() == Kind.PRINT) statements.add(print(lexeme.line()));
      else if (names.contains(lexemes.peek().text())) return Statement.all(statements);
      else statements.add(located(statement(), lexeme.line()));
    }
    if (!names.isEmpty()) throw lexemes.unexpected(String.join(" or ", names));
    return Statement.all(statements);
  }

  private static Statement text(String text) {
    return (_, out) -> {
      out.print(text);
      return Flow.NEXT;
    };
  }

  private Statement print(int line) {
    Expression value = expressions.expression();
    end();
    return located(
        (scope, out) -> {
          out.print(Values.text(value.value(scope)));
          return Flow.NEXT;
        },
        line);
  }

  /** The same, with the line in what goes wrong, unless it is known already. */
  private static Statement located(Statement statement, int line) {
    return (scope, out) -> {
      try {
        return statement.run(scope, out);
      } catch (TemplateException wrong) {
        String why = String.valueOf(wrong.getMessage());
        throw why.startsWith("line ") ? wrong : new TemplateException(line, why);
      }
    };
  }

  private Statement statement() {
    String name = lexemes.need(Kind.NAME, "a statement");
    return switch (name) {
      case "for" -> loop();
      case "if" -> condition();
      case "set" -> set();
      case "macro" -> macro();
      case "generation" -> generation();
      case "break" -> leave(Flow.BREAK);
      case "continue" -> leave(Flow.CONTINUE);
      default ->
          throw new TemplateException(
              lexemes.peek().line(), "no statement \"" + name + "\" is known");
    };
  }

  private void end() {
    lexemes.need(Kind.END, "the end of the tag");
  }

  private void end(String name) {
    lexemes.need(name);
    end();
  }

  private Statement leave(Flow flow) {
    end();
    return (_, _) -> flow;
  }

  /** What the assistant wrote, marked for training: printed as it is. */
  private Statement generation() {
    end();
    Statement body = until(Set.of("endgeneration"));
    end("endgeneration");
    return body;
  }

  private Statement condition() {
    Expression condition = expressions.expression();
    end();
    Statement then = until(Set.of("elif", "else", "endif"));
    Statement otherwise = Statement.all(List.of());
    if (lexemes.takes("elif")) otherwise = condition();
    else if (lexemes.takes("else")) {
      end();
      otherwise = until(Set.of("endif"));
      end("endif");
    } else end("endif");
    Statement other = otherwise;
    return (scope, out) -> (Values.truth(condition.value(scope)) ? then : other).run(scope, out);
  }

  private Statement loop() {
    BiConsumer<Scope, Object> target = names();
    lexemes.need("in");
    Expression list = expressions.or();
    Expression wanted = lexemes.takes("if") ? expressions.expression() : _ -> true;
    end();
    Statement body = until(Set.of("else", "endfor"));
    Statement otherwise = Statement.all(List.of());
    if (lexemes.takes("else")) {
      end();
      otherwise = until(Set.of("endfor"));
    }
    end("endfor");
    return new ForStatement(target, list, wanted, body, otherwise);
  }

  /** Names to which a value, or the items of one, are given. */
  private BiConsumer<Scope, Object> names() {
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

  private Statement set() {
    if (lexemes.at(Kind.NAME) && lexemes.at(lexemes.peek().text(), ".")) return setInside();
    BiConsumer<Scope, Object> target = names();
    if (!lexemes.takes("=")) return setBlock(target);
    Expression value = values();
    end();
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
    end();
    return (scope, _) -> {
      if (!(scope.get(owner) instanceof Namespace namespace))
        throw new TemplateException(owner + " is no namespace, so nothing can be set in it");
      namespace.set(name, value.value(scope));
      return Flow.NEXT;
    };
  }

  private Statement setBlock(BiConsumer<Scope, Object> target) {
    end();
    Statement body = until(Set.of("endset"));
    end("endset");
    return (scope, _) -> {
      Output printed = new Output();
      body.run(scope.inner(), printed);
      target.accept(scope, printed.toString());
      return Flow.NEXT;
    };
  }

  private Statement macro() {
    String name = lexemes.need(Kind.NAME, "a name");
    lexemes.need("(");
    Map<String, Expression> parameters = new LinkedHashMap<>();
    while (!lexemes.takes(")")) {
      String parameter = lexemes.need(Kind.NAME, "a parameter");
      parameters.put(
          parameter, lexemes.takes("=") ? expressions.expression() : _ -> Absent.UNDEFINED);
      if (!lexemes.at(")")) lexemes.need(",");
    }
    end();
    Statement body = until(Set.of("endmacro"));
    end("endmacro");
    return (scope, _) -> {
      scope.set(name, new Macro(scope, parameters, body));
      return Flow.NEXT;
    };
  }
}
