package decompgen.torch.template;

import java.util.HashMap;
import java.util.Map;

/** The one thing that a template may change: {@code namespace(found=false)}. */
final class Namespace {
  private final Map<String, Object> values;

  Namespace(Map<String, Object> values) {
    this.values = new HashMap<>(values);
  }

  Object get(String name) {
    return values.getOrDefault(name, Absent.UNDEFINED);
  }

  void set(String name, Object value) {
    values.put(name, value);
  }
}
