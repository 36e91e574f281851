package decompgen.torch.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments as they are written. */
record CallArguments(List<Expression> positional, Map<String, Expression> named) {
  static final CallArguments NONE = new CallArguments(List.of(), Map.of());

  Arguments values(Scope scope) {
    Map<String, Object> values = new LinkedHashMap<>();
    named.forEach((name, value) -> values.put(name, value.value(scope)));
    return new Arguments(positional.stream().map(value -> value.value(scope)).toList(), values);
  }
}
