package decompgen.torch.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A loop, each turn with names of its own.
 *
 * @param target gives an item its name or names
 * @param wanted which items are taken
 * @param otherwise runs when none is
 */
record ForStatement(
    BiConsumer<Scope, Object> target,
    Expression list,
    Expression wanted,
    Statement body,
    Statement otherwise)
    implements Statement {
  @Override
  public Flow run(Scope scope, Output out) {
    List<Object> items = items(scope);
    if (items.isEmpty()) return otherwise.run(scope.inner(), out);
    for (int i = 0; i < items.size(); i++) {
      Scope turn = scope.inner();
      turn.set("loop", new Loop(items, i));
      target.accept(turn, items.get(i));
      if (body.run(turn, out) == Flow.BREAK) break;
    }
    return Flow.NEXT;
  }

  private List<Object> items(Scope scope) {
    List<Object> items = new ArrayList<>();
    for (Object item : Values.items(list.value(scope))) {
      Scope turn = scope.turn();
      target.accept(turn, item);
      if (Values.truth(wanted.value(turn))) items.add(item);
    }
    return items;
  }
}
