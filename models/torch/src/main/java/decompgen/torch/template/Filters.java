package decompgen.torch.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Jinja's filters that chat templates use. */
final class Filters {
  private static final Map<String, Filter> BY_NAME =
      Map.ofEntries(
          Map.entry(
              "trim",
              (value, a) -> StringMethods.left(StringMethods.right(Values.text(value), a), a)),
          Map.entry("length", (value, _) -> Values.length(value)),
          Map.entry("count", (value, _) -> Values.length(value)),
          Map.entry("upper", (value, _) -> Values.text(value).toUpperCase(Locale.ROOT)),
          Map.entry("lower", (value, _) -> Values.text(value).toLowerCase(Locale.ROOT)),
          Map.entry("title", (value, _) -> StringMethods.title(Values.text(value))),
          Map.entry("capitalize", (value, _) -> StringMethods.capitalised(Values.text(value))),
          Map.entry("replace", (value, a) -> StringMethods.replaced(Values.text(value), a)),
          Map.entry("string", (value, _) -> Values.text(value)),
          Map.entry("safe", (value, _) -> value),
          Map.entry("indent", Filters::indented),
          Map.entry("tojson", Json::written),
          Map.entry("int", (value, a) -> whole(value, a.get(0, "default", 0L))),
          Map.entry("float", (value, a) -> decimal(value, a.get(0, "default", 0.0))),
          Map.entry(
              "abs",
              (value, _) ->
                  value instanceof Double d
                      ? (Object) Math.abs(d)
                      : (Object) Math.abs(Values.whole(value))),
          Map.entry("default", Filters::otherwise),
          Map.entry("d", Filters::otherwise),
          Map.entry("list", (value, _) -> new ArrayList<>(Values.items(value))),
          Map.entry(
              "items",
              (value, _) ->
                  value instanceof Map<?, ?> map
                      ? MapMethods.items(map)
                      : Values.items(Absent.UNDEFINED)),
          Map.entry("first", (value, _) -> Access.item(Values.items(value), 0L)),
          Map.entry("last", (value, _) -> Access.item(Values.items(value), -1L)),
          Map.entry("join", Filters::joined),
          Map.entry("reverse", (value, _) -> Access.slice(value, Absent.NONE, Absent.NONE, -1L)),
          Map.entry("sort", Filters::sorted),
          Map.entry("unique", Filters::unique),
          Map.entry("min", (value, a) -> least(value, order(a, 0))),
          Map.entry("max", (value, a) -> least(value, order(a, 0).reversed())),
          Map.entry(
              "sum",
              (value, _) ->
                  Values.items(value).stream().reduce(0L, (a, b) -> Arithmetic.of("+", a, b))),
          Map.entry("map", Filters::mapped),
          Map.entry("select", (value, a) -> kept(value, tested(a, 0))),
          Map.entry("reject", (value, a) -> kept(value, tested(a, 0).negate())),
          Map.entry("selectattr", (value, a) -> kept(value, attributeTested(a))),
          Map.entry("rejectattr", (value, a) -> kept(value, attributeTested(a).negate())));

  private Filters() {}

  static Filter named(String name, int line) {
    Filter filter = BY_NAME.get(name);
    if (filter == null) throw new TemplateException(line, "no filter \"" + name + "\" is known");
    return filter;
  }

  private static Object otherwise(Object value, Arguments arguments) {
    boolean alsoFalse = Values.truth(arguments.get(1, "boolean", false));
    boolean absent = value == Absent.UNDEFINED || alsoFalse && !Values.truth(value);
    return absent ? arguments.get(0, "default_value", "") : value;
  }

  private static Object whole(Object value, Object otherwise) {
    try {
      if (value instanceof String text) return (long) Double.parseDouble(text.strip());
      return Values.isNumber(value) ? (Object) (long) Values.number(value) : otherwise;
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  private static Object decimal(Object value, Object otherwise) {
    try {
      if (value instanceof String text) return Double.parseDouble(text.strip());
      return Values.isNumber(value) ? (Object) Values.number(value) : otherwise;
    } catch (NumberFormatException noNumber) {
      return otherwise;
    }
  }

  /** Every line moves right but the first, unless that is wanted, and the empty ones, likewise. */
  private static Object indented(Object value, Arguments arguments) {
    Object width = arguments.get(0, "width", 4L);
    String blanks =
        width instanceof String text
            ? text
            : " ".repeat((int) Math.clamp(Values.whole(width), 0, 1000));
    boolean first = Values.truth(arguments.get(1, "first", false));
    boolean empty = Values.truth(arguments.get(2, "blank", false));
    String[] lines = Values.text(value).split("\n", -1);
    Output out = new Output();
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) out.print("\n");
      if (i == 0 ? first : empty || !lines[i].isEmpty()) out.print(blanks);
      out.print(lines[i]);
    }
    return out.toString();
  }

  private static Object joined(Object value, Arguments arguments) {
    List<Object> items = mapped(Values.items(value), attribute(arguments, 1));
    return Output.joined(items, Values.text(arguments.get(0, "d", "")));
  }

  private static Object attribute(Arguments arguments, int at) {
    return arguments.get(at, "attribute", Absent.NONE);
  }

  /** The attribute of each item; dots lead deeper. */
  private static List<Object> mapped(List<Object> items, Object attribute) {
    if (attribute == Absent.NONE) return items;
    return items.stream().map(item -> deep(item, attribute)).toList();
  }

  private static Object deep(Object item, Object attribute) {
    if (!(attribute instanceof String path)) return Access.item(item, attribute);
    Object value = item;
    for (String name : path.split("\\.", -1)) value = Access.item(value, name);
    return value;
  }

  private static Object mapped(Object value, Arguments arguments) {
    if (arguments.has(0, "filter") && !arguments.positional().isEmpty()) {
      Filter filter = named(arguments.text(0, "filter"), 0);
      Arguments rest =
          new Arguments(
              arguments.positional().subList(1, arguments.positional().size()), arguments.named());
      return Values.items(value).stream().map(item -> filter.apply(item, rest)).toList();
    }
    Object otherwise = arguments.get(1, "default", Absent.UNDEFINED);
    return mapped(Values.items(value), attribute(arguments, 1)).stream()
        .map(item -> item == Absent.UNDEFINED ? otherwise : item)
        .toList();
  }

  private static Object sorted(Object value, Arguments arguments) {
    Comparator<Object> order = order(arguments, 1);
    boolean reverse = Values.truth(arguments.get(0, "reverse", false));
    return Values.items(value).stream().sorted(reverse ? order.reversed() : order).toList();
  }

  /** The first of the least; undefined when there is none. */
  private static Object least(Object value, Comparator<Object> order) {
    List<Object> items = Values.items(value);
    return items.isEmpty() ? Absent.UNDEFINED : Collections.min(items, order);
  }

  private static Comparator<Object> order(Arguments arguments, int at) {
    UnaryOperator<Object> key = key(arguments, at);
    return (a, b) -> Values.compare(key.apply(a), key.apply(b));
  }

  /** The first of the items that are equal. */
  private static Object unique(Object value, Arguments arguments) {
    UnaryOperator<Object> key = key(arguments, 0);
    Set<Object> seen = new HashSet<>();
    return Values.items(value).stream()
        .filter(item -> seen.add(Values.hashable(key.apply(item))))
        .toList();
  }

  /**
   * What items are compared by, as the arguments from a place on say: the attribute or the item,
   * texts without their case unless that counts.
   */
  private static UnaryOperator<Object> key(Arguments arguments, int at) {
    boolean sensitive = Values.truth(arguments.get(at, "case_sensitive", false));
    Object attribute = arguments.get(at + 1, "attribute", Absent.NONE);
    return item -> {
      Object key = attribute == Absent.NONE ? item : deep(item, attribute);
      return key instanceof String text && !sensitive ? text.toLowerCase(Locale.ROOT) : key;
    };
  }

  private static List<Object> kept(Object value, Predicate<Object> wanted) {
    return Values.items(value).stream().filter(wanted).toList();
  }

  /**
   * The test named by the argument at a place, with the arguments behind it; truth when none is.
   */
  private static Predicate<Object> tested(Arguments arguments, int at) {
    if (arguments.positional().size() <= at) return Values::truth;
    Test test = Tests.named(arguments.text(at, "test"), 0);
    Arguments rest =
        new Arguments(
            arguments.positional().subList(at + 1, arguments.positional().size()), Map.of());
    return item -> test.holds(item, rest);
  }

  private static Predicate<Object> attributeTested(Arguments arguments) {
    Object attribute = arguments.required(0, "attribute");
    Predicate<Object> test = tested(arguments, 1);
    return item -> test.test(deep(item, attribute));
  }
}
