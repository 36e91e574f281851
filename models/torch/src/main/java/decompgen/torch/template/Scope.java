package decompgen.torch.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that are known somewhere in a rendering. */
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Object> names = new HashMap<>();

  private Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  static Scope outermost(Map<String, Object> names) {
    Scope scope = new Scope(null);
    scope.names.putAll(names);
    return scope;
  }

  /** A scope that reads this one's names and writes its own. */
  Scope inner() {
    return new Scope(this);
  }

  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Object value = scope.names.get(name);
      if (value != null) return value;
    }
    return Absent.UNDEFINED;
  }

  void set(String name, Object value) {
    names.put(name, value);
  }
}
