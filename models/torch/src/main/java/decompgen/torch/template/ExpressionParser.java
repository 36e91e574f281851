package decompgen.torch.template;

import decompgen.torch.template.Lexeme.Kind;
import java.util.ArrayList;
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
  private final OperandParser operands;

  ExpressionParser(Lexemes lexemes) {
    this.lexemes = lexemes;
    this.operands = new OperandParser(lexemes, this);
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
      left =
          scope -> {
            Object value = first.value(scope);
            return Values.truth(value) ? value : second.value(scope);
          };
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (lexemes.takes("and")) {
      Expression first = left;
      Expression second = not();
      left =
          scope -> {
            Object value = first.value(scope);
            return Values.truth(value) ? second.value(scope) : value;
          };
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
    else value = operands.primary();
    value = operands.postfix(value);
    return filtered ? filters(value) : value;
  }

  /** Filters and tests behind a value. */
  private Expression filters(Expression first) {
    Expression value = first;
    while (true) {
      if (lexemes.takes("|")) value = filter(value);
      else if (lexemes.takes("is")) value = test(value);
      else if (lexemes.at("(")) value = operands.postfix(value);
      else return value;
    }
  }

  private Expression filter(Expression owner) {
    int line = lexemes.peek().line();
    String name = lexemes.need(Kind.NAME, "a filter");
    CallArguments given = lexemes.takes("(") ? operands.arguments() : CallArguments.NONE;
    Filter filter = Filters.named(name, line);
    return scope -> filter.apply(owner.value(scope), given.values(scope));
  }

  private Expression test(Expression owner) {
    boolean wanted = !lexemes.takes("not");
    int line = lexemes.peek().line();
    String name = lexemes.need(Kind.NAME, "a test");
    CallArguments given = CallArguments.NONE;
    if (lexemes.takes("(")) given = operands.arguments();
    else if (startsArgument())
      given = new CallArguments(List.of(operands.postfix(operands.primary())), Map.of());
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
