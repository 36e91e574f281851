package decompgen.torch.template;

import decompgen.torch.template.Lexeme.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Expressions, from the weakest operator to the strongest, as Jinja binds them. */
final class ExpressionParser {
  private static final Map<String, BiPredicate<Object, Object>> COMPARISONS =
      Map.of(
          "==", Values::equal,
          "!=", (a, b) -> !Values.equal(a, b),
          "<", (a, b) -> Values.compare(a, b) < 0,
          "<=", (a, b) -> Values.compare(a, b) <= 0,
          ">", (a, b) -> Values.compare(a, b) > 0,
          ">=", (a, b) -> Values.compare(a, b) >= 0,
          "in", Values::isIn);

  /** Names that follow a test without being its argument. */
  private static final Set<String> NO_ARGUMENT =
      Set.of("else", "or", "and", "if", "is", "in", "not");

  private final Lexemes lexemes;

  ExpressionParser(Lexemes lexemes) {
    this.lexemes = lexemes;
  }

  /** {@code a if condition else b}; without else it is undefined. */
  Expression expression() {
    Expression value = or();
    while (lexemes.takes("if")) {
      Expression then = value;
      Expression condition = or();
      Expression otherwise = lexemes.takes("else") ? expression() : _ -> Absent.UNDEFINED;
      value = scope -> (Values.truth(condition.value(scope)) ? then : otherwise).value(scope);
    }
    return value;
  }

  /** Without a condition, for the list of a loop whose own {@code if} filters it. */
  Expression or() {
    Expression left = and();
    while (lexemes.takes("or")) {
      Expression first = left;
      Expression second = and();
      left = scope -> Values.truth(first.value(scope)) ? first.value(scope) : second.value(scope);
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (lexemes.takes("and")) {
      Expression first = left;
      Expression second = not();
      left = scope -> Values.truth(first.value(scope)) ? second.value(scope) : first.value(scope);
    }
    return left;
  }

  private Expression not() {
    if (!lexemes.takes("not")) return comparison();
    Expression operand = not();
    return scope -> !Values.truth(operand.value(scope));
  }

  private record Comparison(BiPredicate<Object, Object> holds, Expression right) {}

  private Expression comparison() {
    Expression first = operators(0);
    List<Comparison> chain = new ArrayList<>();
    while (true) {
      boolean negated = lexemes.at("not", "in");
      if (negated) lexemes.take();
      BiPredicate<Object, Object> holds = COMPARISONS.get(lexemes.peek().text());
      if (holds == null || !lexemes.at(lexemes.peek().text())) break;
      lexemes.take();
      chain.add(new Comparison(negated ? holds.negate() : holds, operators(0)));
    }
    return chain.isEmpty() ? first : scope -> compared(first, chain, scope);
  }

  private static boolean compared(Expression first, List<Comparison> chain, Scope scope) {
    Object left = first.value(scope);
    for (Comparison comparison : chain) {
      Object right = comparison.right().value(scope);
      if (!comparison.holds().test(left, right)) return false;
      left = right;
    }
    return true;
  }

  /** Operators of numbers, weakest first. */
  private static final List<Set<String>> LEVELS =
      List.of(Set.of("+", "-"), Set.of("~"), Set.of("*", "/", "//", "%"), Set.of("**"));

  private Expression operators(int level) {
    if (level == LEVELS.size()) return unary(true);
    Expression left = operators(level + 1);
    while (lexemes.at(Kind.OPERATOR) && LEVELS.get(level).contains(lexemes.peek().text())) {
      Lexeme operator = lexemes.take();
      Expression first = left;
      Expression second = operators(level + 1);
      left = scope -> Arithmetic.of(operator.text(), first.value(scope), second.value(scope));
    }
    return left;
  }

  private Expression unary(boolean filtered) {
    Expression value;
    if (lexemes.takes("-")) {
      Expression operand = unary(false);
      value = scope -> Arithmetic.negated(operand.value(scope));
    } else if (lexemes.takes("+")) value = unary(false);
    else value = primary();
    value = postfix(value);
    return filtered ? filters(value) : value;
  }

  private Expression primary() {
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
    Expression first = expression();
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
      items.add(expression());
      if (!lexemes.at(end)) lexemes.need(",");
    }
    return items;
  }

  private Expression map() {
    Map<Expression, Expression> entries = new LinkedHashMap<>();
    while (!lexemes.takes("}")) {
      Expression key = expression();
      lexemes.need(":");
      entries.put(key, expression());
      if (!lexemes.at("}")) lexemes.need(",");
    }
    return scope -> {
      Map<Object, Object> values = new LinkedHashMap<>();
      entries.forEach((key, value) -> values.put(key.value(scope), value.value(scope)));
      return values;
    };
  }

  /** Attributes, items and calls. */
  private Expression postfix(Expression first) {
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
    Expression start = lexemes.at(":") ? none : expression();
    if (lexemes.takes("]")) return scope -> Access.item(owner.value(scope), start.value(scope));
    lexemes.need(":");
    Expression stop = lexemes.at(":") || lexemes.at("]") ? none : expression();
    Expression step = lexemes.takes(":") && !lexemes.at("]") ? expression() : none;
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
        named.put(name, expression());
      } else positional.add(expression());
      if (!lexemes.at(")")) lexemes.need(",");
    }
    return new CallArguments(positional, named);
  }

  /** Filters and tests behind a value. */
  private Expression filters(Expression first) {
    Expression value = first;
    while (true) {
      if (lexemes.takes("|")) value = filter(value);
      else if (lexemes.takes("is")) value = test(value);
      else if (lexemes.at("(")) value = postfix(value);
      else return value;
    }
  }

  private Expression filter(Expression owner) {
    int line = lexemes.peek().line();
    String name = lexemes.need(Kind.NAME, "a filter");
    CallArguments given = lexemes.takes("(") ? arguments() : CallArguments.NONE;
    Filter filter = Filters.named(name, line);
    return scope -> filter.apply(owner.value(scope), given.values(scope));
  }

  private Expression test(Expression owner) {
    boolean wanted = !lexemes.takes("not");
    int line = lexemes.peek().line();
    String name = lexemes.need(Kind.NAME, "a test");
    CallArguments given = CallArguments.NONE;
    if (lexemes.takes("(")) given = arguments();
    else if (startsArgument()) given = new CallArguments(List.of(postfix(primary())), Map.of());
    CallArguments arguments = given;
    Test test = Tests.named(name, line);
    return scope -> test.holds(owner.value(scope), arguments.values(scope)) == wanted;
  }

  private boolean startsArgument() {
    return switch (lexemes.peek().kind()) {
      case STRING, INTEGER, FLOAT -> true;
      case NAME -> !NO_ARGUMENT.contains(lexemes.peek().text());
      case OPERATOR -> lexemes.at("[") || lexemes.at("{");
      case TEXT, PRINT, STATEMENT, END, EOF -> false;
    };
  }
}
