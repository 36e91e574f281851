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
  private final SetParser assignments;

  private StatementParser(Lexemes lexemes) {
    this.lexemes = lexemes;
    this.expressions = new ExpressionParser(lexemes);
    this.assignments = new SetParser(lexemes, expressions, this);
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
      case "set" -> assignments.set();
      case "macro" -> macro();
      case "generation" -> generation();
      case "break" -> leave(Flow.BREAK);
      case "continue" -> leave(Flow.CONTINUE);
      default ->
          throw new TemplateException(
              lexemes.peek().line(), "no statement \"" + name + "\" is known");
    };
  }

  /** What stands before the statement of this name, which is taken too. */
  Statement block(String name) {
    Statement body = until(Set.of(name));
    end(name);
    return body;
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
    return block("endgeneration");
  }

  private Statement condition() {
    Expression condition = expressions.expression();
    end();
    Statement then = until(Set.of("elif", "else", "endif"));
    Statement otherwise = Statement.all(List.of());
    if (lexemes.takes("elif")) otherwise = condition();
    else if (lexemes.takes("else")) {
      end();
      otherwise = block("endif");
    } else end("endif");
    Statement other = otherwise;
    return (scope, out) -> (Values.truth(condition.value(scope)) ? then : other).run(scope, out);
  }

  private Statement loop() {
    BiConsumer<Scope, Object> target = assignments.names();
    lexemes.need("in");
    Expression list = expressions.or();
    Expression wanted = lexemes.takes("if") ? expressions.expression() : _ -> true;
    end();
    Statement body = until(Set.of("else", "endfor"));
    Statement otherwise = Statement.all(List.of());
    if (lexemes.takes("else")) {
      end();
      otherwise = block("endfor");
    } else end("endfor");
    return new ForStatement(target, list, wanted, body, otherwise);
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
    Statement body = block("endmacro");
    return (scope, _) -> {
      scope.set(name, new Macro(scope, parameters, body));
      return Flow.NEXT;
    };
  }
}
