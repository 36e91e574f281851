package decompgen.torch.template;

import decompgen.torch.template.Lexeme.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What operators stand between: constants, names, brackets, and what follows them closely. */
final class OperandParser {
  private final Lexemes lexemes;
  private final ExpressionParser expressions;

  OperandParser(Lexemes lexemes, ExpressionParser expressions) {
    this.lexemes = lexemes;
    this.expressions = expressions;
  }

  Expression primary() {
    Lexeme lexeme = lexemes.take();
    return switch (lexeme.kind()) {
      case NAME -> name(lexeme.text());
      case INTEGER -> constant(Long.valueOf(lexeme.text()));
      case FLOAT -> constant(Double.valueOf(lexeme.text()));
      case STRING -> string(lexeme.text());
      case OPERATOR -> bracketed(lexeme);
      case TEXT, PRINT, STATEMENT, END, EOF ->
          throw new TemplateException(lexeme.line(), "an expression is missing");
    };
  }

  private static Expression name(String name) {
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(Absent.NONE);
      default -> scope -> scope.get(name);
    };
  }

  private static Expression constant(Object value) {
    return _ -> value;
  }

  /** Strings that follow each other are one. */
  private Expression string(String first) {
    StringBuilder text = new StringBuilder(first);
    while (lexemes.at(Kind.STRING)) text.append(lexemes.take().text());
    return constant(text.toString());
  }

  private Expression bracketed(Lexeme open) {
    return switch (open.text()) {
      case "(" -> tuple(")");
      case "[" -> list(expressions("]"));
      case "{" -> map();
      default ->
          throw new TemplateException(open.line(), "\"" + open.text() + "\" starts no expression");
    };
  }

  /** One expression, or several with commas: a tuple, for which we take a list. */
  private Expression tuple(String end) {
    if (lexemes.takes(end)) return list(List.of());
    Expression first = expressions.expression();
    if (lexemes.takes(end)) return first;
    lexemes.need(",");
    List<Expression> items = new ArrayList<>(List.of(first));
    items.addAll(expressions(end));
    return list(items);
  }

  private static Expression list(List<Expression> items) {
    return scope -> {
      List<Object> values = new ArrayList<>();
      for (Expression item : items) values.add(item.value(scope));
      return values;
    };
  }

  private List<Expression> expressions(String end) {
    List<Expression> items = new ArrayList<>();
    while (!lexemes.takes(end)) {
      items.add(expressions.expression());
      if (!lexemes.at(end)) lexemes.need(",");
    }
    return items;
  }

  private Expression map() {
    Map<Expression, Expression> entries = new LinkedHashMap<>();
    while (!lexemes.takes("}")) {
      Expression key = expressions.expression();
      lexemes.need(":");
      entries.put(key, expressions.expression());
      if (!lexemes.at("}")) lexemes.need(",");
    }
    return scope -> {
      Map<Object, Object> values = new LinkedHashMap<>();
      entries.forEach((key, value) -> values.put(key.value(scope), value.value(scope)));
      return values;
    };
  }

  /** Attributes, items and calls. */
  Expression postfix(Expression first) {
    Expression value = first;
    while (true) {
      int line = lexemes.peek().line();
      Expression owner = value;
      if (lexemes.takes(".")) {
        String name = lexemes.at(Kind.INTEGER) ? "" : lexemes.need(Kind.NAME, "a name");
        Object place = name.isEmpty() ? Long.valueOf(lexemes.take().text()) : name;
        value =
            place instanceof Long
                ? scope -> Access.item(owner.value(scope), place)
                : scope -> Access.attribute(owner.value(scope), name);
      } else if (lexemes.takes("[")) value = subscript(owner);
      else if (lexemes.takes("(")) value = call(owner, arguments(), line);
      else return value;
    }
  }

  private Expression subscript(Expression owner) {
    Expression none = constant(Absent.NONE);
    Expression start = lexemes.at(":") ? none : expressions.expression();
    if (lexemes.takes("]")) return scope -> Access.item(owner.value(scope), start.value(scope));
    lexemes.need(":");
    Expression stop = lexemes.at(":") || lexemes.at("]") ? none : expressions.expression();
    Expression step = lexemes.takes(":") && !lexemes.at("]") ? expressions.expression() : none;
    lexemes.need("]");
    return scope ->
        Access.slice(owner.value(scope), start.value(scope), stop.value(scope), step.value(scope));
  }

  private static Expression call(Expression owner, CallArguments arguments, int line) {
    return scope -> {
      if (owner.value(scope) instanceof Callable function)
        return function.call(arguments.values(scope));
      throw new TemplateException(line, Values.kind(owner.value(scope)) + " cannot be called");
    };
  }

  /** The arguments of a call whose opening bracket is taken. */
  CallArguments arguments() {
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    while (!lexemes.takes(")")) {
      if (lexemes.at(Kind.NAME) && lexemes.at(lexemes.peek().text(), "=")) {
        String name = lexemes.take().text();
        lexemes.need("=");
        named.put(name, expressions.expression());
      } else positional.add(expressions.expression());
      if (!lexemes.at(")")) lexemes.need(",");
    }
    return new CallArguments(positional, named);
  }
}
