package decompgen.torch.template;

import java.util.ArrayList;
import java.util.List;

/** Python's operators on numbers, strings and lists. */
final class Arithmetic {
  private static final int LONGEST_LIST = 100_000;

  private Arithmetic() {}

  static Object of(String operator, Object a, Object b) {
    if (operator.equals("~")) return Output.joined(List.of(a, b), "");
    if (operator.equals("+") && a instanceof String && b instanceof String)
      return Output.joined(List.of(a, b), "");
    if (operator.equals("+") && a instanceof List<?> one && b instanceof List<?> other)
      return both(one, other);
    if (operator.equals("*") && a instanceof String text && b instanceof Long times)
      return repeated(text, (int) Math.clamp(times, 0, 10_000));
    if (!Values.isNumber(a) || !Values.isNumber(b))
      throw new TemplateException(
          "no " + operator + " of " + Values.kind(a) + " and " + Values.kind(b));
    return a instanceof Double || b instanceof Double || operator.equals("/")
        ? decimal(operator, Values.number(a), Values.number(b))
        : whole(operator, Values.whole(a), Values.whole(b));
  }

  private static List<Object> both(List<?> one, List<?> other) {
    if (one.size() + other.size() > LONGEST_LIST)
      throw new TemplateException("a list has more than " + LONGEST_LIST + " items");
    List<Object> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static String repeated(String text, int times) {
    Output.requireRoom((long) text.length() * times);
    return text.repeat(times);
  }

  private static Object decimal(String operator, double a, double b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / divisor(b);
      case "//" -> Math.floor(a / divisor(b));
      case "%" -> a - b * Math.floor(a / divisor(b));
      case "**" -> Math.pow(a, b);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static Object whole(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "//" -> Math.floorDiv(a, (long) divisor(b));
      case "%" -> Math.floorMod(a, (long) divisor(b));
      case "**" -> b < 0 ? (Object) Math.pow(a, b) : (Object) (long) Math.pow(a, b);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static double divisor(double value) {
    if (value == 0) throw new TemplateException("division by zero");
    return value;
  }

  static Object negated(Object value) {
    return value instanceof Double d ? (Object) (-d) : (Object) (-Values.whole(value));
  }
}
