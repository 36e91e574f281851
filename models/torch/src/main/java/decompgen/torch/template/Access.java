package decompgen.torch.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What lies in a value: attributes, items, slices. */
final class Access {
  private static final int LONGEST = Integer.MAX_VALUE;

  private Access() {}

  /** {@code value.name}: a method, else an item of that name. */
  static Object attribute(Object value, String name) {
    return switch (value) {
      case Absent a -> throw new TemplateException(Values.kind(a) + " has no " + name);
      case Namespace namespace -> namespace.get(name);
      case Loop loop -> loop.attribute(name);
      case String text -> StringMethods.of(text, name);
      case Map<?, ?> map -> MapMethods.of(map, name);
      default -> Absent.UNDEFINED;
    };
  }

  /** {@code value[key]}. */
  static Object item(Object value, Object key) {
    return switch (value) {
      case Absent a ->
          throw new TemplateException(Values.kind(a) + " has no " + Values.written(key));
      case Map<?, ?> map -> {
        Object item = map.get(key);
        yield item == null ? Absent.UNDEFINED : item;
      }
      case List<?> list when key instanceof Long at -> at(Values.items(list), at);
      case String text when key instanceof Long at -> at(Values.items(text), at);
      default -> key instanceof String name ? attribute(value, name) : Absent.UNDEFINED;
    };
  }

  private static Object at(List<Object> items, long at) {
    long from = at < 0 ? at + items.size() : at;
    return from >= 0 && from < items.size() ? items.get((int) from) : Absent.UNDEFINED;
  }

  /** {@code value[start:stop:step]}; what is not given is NONE. */
  static Object slice(Object value, Object start, Object stop, Object step) {
    int by = step == Absent.NONE ? 1 : Math.clamp(Values.whole(step), -LONGEST, LONGEST);
    if (by == 0) throw new TemplateException("a slice goes by 0");
    List<Object> items = Values.items(value);
    int size = items.size();
    long from = bound(start, by > 0 ? 0 : size - 1, size, by);
    long to = bound(stop, by > 0 ? size : -1, size, by);
    List<Object> taken = new ArrayList<>();
    for (long i = from; by > 0 ? i < to : i > to; i += by) taken.add(items.get((int) i));
    if (!(value instanceof String)) return taken;
    StringBuilder text = new StringBuilder();
    taken.forEach(text::append);
    return text.toString();
  }

  private static long bound(Object given, long otherwise, int size, long by) {
    if (given == Absent.NONE) return otherwise;
    long at = Values.whole(given);
    long from = at < 0 ? at + size : at;
    return by > 0 ? Math.clamp(from, 0, size) : Math.clamp(from, -1, size - 1);
  }
}
