package decompgen.torch.template;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The names that are known somewhere in a rendering, and how much of it is done. */
final class Scope {
  private static final int MOST_TURNS = 1_000_000;

  private final @Nullable Scope outer;
  private final AtomicInteger turns;
  private final Map<String, Object> names = new HashMap<>();

  private Scope(@Nullable Scope outer, AtomicInteger turns) {
    this.outer = outer;
    this.turns = turns;
  }

  static Scope outermost(Map<String, Object> names) {
    Scope scope = new Scope(null, new AtomicInteger());
    scope.names.putAll(names);
    return scope;
  }

  /** A scope that reads this one's names and writes its own. */
  Scope inner() {
    return new Scope(this, turns);
  }

  /**
   * The scope of one turn of a loop or one call of a macro.
   *
   * @throws TemplateException when there were too many in this rendering
   */
  Scope turn() {
    if (turns.incrementAndGet() > MOST_TURNS)
      throw new TemplateException("its loops take more than " + MOST_TURNS + " turns");
    return inner();
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
