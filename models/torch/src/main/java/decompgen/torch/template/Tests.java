package decompgen.torch.template;

import java.util.List;
import java.util.Map;

/** Jinja's tests. */
final class Tests {
  private static final Map<String, Test> BY_NAME =
      Map.ofEntries(
          Map.entry("defined", (value, _) -> value != Absent.UNDEFINED),
          Map.entry("undefined", (value, _) -> value == Absent.UNDEFINED),
          Map.entry("none", (value, _) -> value == Absent.NONE),
          Map.entry("string", (value, _) -> value instanceof String),
          Map.entry("mapping", (value, _) -> value instanceof Map),
          Map.entry("sequence", (value, _) -> isIterable(value)),
          Map.entry("iterable", (value, _) -> isIterable(value) || value == Absent.UNDEFINED),
          Map.entry("number", (value, _) -> Values.isNumber(value)),
          Map.entry("integer", (value, _) -> value instanceof Long),
          Map.entry("float", (value, _) -> value instanceof Double),
          Map.entry("boolean", (value, _) -> value instanceof Boolean),
          Map.entry("callable", (value, _) -> value instanceof Callable),
          Map.entry("true", (value, _) -> Boolean.TRUE.equals(value)),
          Map.entry("false", (value, _) -> Boolean.FALSE.equals(value)),
          Map.entry("odd", (value, _) -> Values.whole(value) % 2 != 0),
          Map.entry("even", (value, _) -> Values.whole(value) % 2 == 0),
          Map.entry(
              "divisibleby",
              (value, a) -> Values.equal(Arithmetic.of("%", value, a.required(0, "num")), 0L)),
          Map.entry("eq", (value, a) -> Values.equal(value, a.required(0, "other"))),
          Map.entry("equalto", (value, a) -> Values.equal(value, a.required(0, "other"))),
          Map.entry("ne", (value, a) -> !Values.equal(value, a.required(0, "other"))),
          Map.entry("lt", (value, a) -> Values.compare(value, a.required(0, "other")) < 0),
          Map.entry("le", (value, a) -> Values.compare(value, a.required(0, "other")) <= 0),
          Map.entry("gt", (value, a) -> Values.compare(value, a.required(0, "other")) > 0),
          Map.entry("ge", (value, a) -> Values.compare(value, a.required(0, "other")) >= 0),
          Map.entry("in", (value, a) -> Values.isIn(value, a.required(0, "seq"))));

  private Tests() {}

  static Test named(String name, int line) {
    Test test = BY_NAME.get(name);
    if (test == null) throw new TemplateException(line, "no test \"" + name + "\" is known");
    return test;
  }

  private static boolean isIterable(Object value) {
    return value instanceof String || value instanceof List || value instanceof Map;
  }
}
