package decompgen.torch.template;

import java.util.ArrayList;
import java.util.List;

/** Python's operators on numbers, strings and lists. */
final class Arithmetic {
  private Arithmetic() {}

  static Object of(String operator, Object a, Object b) {
    if (operator.equals("~")) return Values.text(a) + Values.text(b);
    if (operator.equals("+") && a instanceof String one && b instanceof String other)
      return one + other;
    if (operator.equals("+") && a instanceof List<?> one && b instanceof List<?> other) {
      List<Object> both = new ArrayList<>(one);
      both.addAll(other);
      return both;
    }
    if (operator.equals("*") && a instanceof String text && b instanceof Long times)
      return text.repeat((int) Math.clamp(times, 0, 10_000));
    if (!Values.isNumber(a) || !Values.isNumber(b))
      throw new TemplateException(
          "no " + operator + " of " + Values.kind(a) + " and " + Values.kind(b));
    return a instanceof Double || b instanceof Double || operator.equals("/")
        ? decimal(operator, Values.number(a), Values.number(b))
        : whole(operator, Values.whole(a), Values.whole(b));
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
