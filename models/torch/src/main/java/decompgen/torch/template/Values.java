package decompgen.torch.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values as Python sees them: {@link Absent}, Boolean, Long, Double, String, List (also for
 * tuples), Map, {@link Callable}, {@link Namespace}, {@link Loop}.
 */
final class Values {
  private Values() {}

  /** A value of Jackson's kinds as one of ours, all the way down. */
  static Object of(@Nullable Object value) {
    return switch (value) {
      case null -> Absent.NONE;
      case Integer i -> (long) i;
      case Float f -> (double) f;
      case Collection<?> list -> {
        List<Object> copy = new ArrayList<>();
        for (Object item : list) copy.add(of(item));
        yield copy;
      }
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet())
          copy.put(of(entry.getKey()), of(entry.getValue()));
        yield copy;
      }
      case Boolean _, Long _, Double _, String _, Callable _ -> value;
      default -> throw new IllegalArgumentException("no value of a template: " + value.getClass());
    };
  }

  static boolean truth(Object value) {
    return switch (value) {
      case Absent _ -> false;
      case Boolean b -> b;
      case Long l -> l != 0;
      case Double d -> d != 0;
      case String s -> !s.isEmpty();
      case List<?> list -> !list.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      default -> true;
    };
  }

  /** Python's {@code str}. */
  static String text(Object value) {
    return switch (value) {
      case String s -> s;
      case Absent a -> a == Absent.NONE ? "None" : "";
      default -> written(value);
    };
  }

  /** Python's {@code repr}. */
  static String written(Object value) {
    Output out = new Output();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, Output out) {
    switch (value) {
      case Absent a -> out.print(a == Absent.NONE ? "None" : "Undefined");
      case Boolean b -> out.print(b ? "True" : "False");
      case Double d -> out.print(decimal(d));
      case String s -> out.print(quoted(s));
      case List<?> list -> writeList(list, out);
      case Map<?, ?> map -> writeMap(map, out);
      default -> out.print(value.toString());
    }
  }

  private static void writeList(List<?> list, Output out) {
    String separator = "[";
    for (Object item : list) {
      out.print(separator);
      write(item, out);
      separator = ", ";
    }
    out.print(list.isEmpty() ? "[]" : "]");
  }

  private static void writeMap(Map<?, ?> map, Output out) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.print(separator);
      write(entry.getKey(), out);
      out.print(": ");
      write(entry.getValue(), out);
      separator = ", ";
    }
    out.print(map.isEmpty() ? "{}" : "}");
  }

  static String decimal(double value) {
    if (Double.isInfinite(value)) return value > 0 ? "inf" : "-inf";
    if (Double.isNaN(value)) return "nan";
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e16))
      return Double.toString(value)
          .replace(".0E", "E")
          .replaceFirst("E(-?)(\\d)$", "E$10$2")
          .replaceFirst("E(?!-)", "e+")
          .replace("E-", "e-");
    String plain = new BigDecimal(Double.toString(value)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    String escaped =
        text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return quote + (quote == '\'' ? escaped.replace("'", "\\'") : escaped) + quote;
  }

  static boolean equal(Object a, Object b) {
    if (isNumber(a) && isNumber(b)) return Double.compare(number(a), number(b)) == 0;
    if (a instanceof List<?> one && b instanceof List<?> other)
      return one.size() == other.size()
          && IntStream.range(0, one.size()).allMatch(i -> equal(one.get(i), other.get(i)));
    return a.equals(b);
  }

  /** Has the same hash for values that Python calls equal, such as 1, 1.0 and True. */
  static Object hashable(Object value) {
    return switch (value) {
      case Boolean b -> b ? 1L : 0L;
      case Double d when d == Math.rint(d) && Math.abs(d) < 0x1p63 -> d.longValue();
      case List<?> list -> list.stream().map(Values::hashable).toList();
      default -> value;
    };
  }

  /**
   * @throws TemplateException when the two have no order
   */
  static int compare(Object a, Object b) {
    if (isNumber(a) && isNumber(b)) return Double.compare(number(a), number(b));
    if (a instanceof String one && b instanceof String other) return one.compareTo(other);
    if (a instanceof List<?> one && b instanceof List<?> other) {
      for (int i = 0; i < Math.min(one.size(), other.size()); i++)
        if (!equal(one.get(i), other.get(i))) return compare(one.get(i), other.get(i));
      return Integer.compare(one.size(), other.size());
    }
    throw new TemplateException(kind(a) + " and " + kind(b) + " have no order");
  }

  static boolean isIn(Object item, Object container) {
    return switch (container) {
      case String text -> text.contains(text(item));
      case List<?> list -> list.stream().anyMatch(other -> equal(item, other));
      case Map<?, ?> map -> map.containsKey(item);
      case Absent a when a == Absent.UNDEFINED -> false;
      default -> throw new TemplateException(kind(container) + " contains nothing");
    };
  }

  /** What a loop goes over: items, keys, or characters. */
  @SuppressWarnings("unchecked")
  static List<Object> items(Object value) {
    return switch (value) {
      case List<?> list -> (List<Object>) list;
      case Map<?, ?> map -> new ArrayList<>(map.keySet());
      case String text -> text.codePoints().<Object>mapToObj(Character::toString).toList();
      case Absent a when a == Absent.UNDEFINED -> List.of();
      default -> throw new TemplateException(kind(value) + " cannot be looped over");
    };
  }

  static long length(Object value) {
    return switch (value) {
      case String text -> text.codePointCount(0, text.length());
      case Map<?, ?> map -> map.size();
      default -> items(value).size();
    };
  }

  static boolean isNumber(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof Boolean;
  }

  static double number(Object value) {
    return switch (value) {
      case Long l -> l;
      case Double d -> d;
      case Boolean b -> b ? 1 : 0;
      default -> throw new TemplateException(kind(value) + " is no number");
    };
  }

  static long whole(Object value) {
    return switch (value) {
      case Long l -> l;
      case Boolean b -> b ? 1 : 0;
      default -> throw new TemplateException(kind(value) + " is no whole number");
    };
  }

  /** What kind of value it is, for messages. */
  static String kind(Object value) {
    return switch (value) {
      case Absent a -> a == Absent.NONE ? "None" : "an undefined value";
      case Boolean _ -> "a truth value";
      case Long _, Double _ -> "a number";
      case String _ -> "a string";
      case List<?> _ -> "a list";
      case Map<?, ?> _ -> "a mapping";
      default -> "a function";
    };
  }
}
