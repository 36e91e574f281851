package decompgen.torch.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Methods of Python's dict that change nothing. */
final class MapMethods {
  private MapMethods() {}

  static Object of(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" -> (Callable) _ -> items(map);
      case "keys" -> (Callable) _ -> new ArrayList<Object>(map.keySet());
      case "values" -> (Callable) _ -> new ArrayList<Object>(map.values());
      case "get" -> (Callable) arguments -> get(map, arguments);
      default -> Access.item(map, name);
    };
  }

  static List<Object> items(Map<?, ?> map) {
    List<Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(List.of(key, value)));
    return pairs;
  }

  private static Object get(Map<?, ?> map, Arguments arguments) {
    Object value = map.get(arguments.required(0, "key"));
    return value == null ? arguments.get(1, "default", Absent.NONE) : value;
  }
}
