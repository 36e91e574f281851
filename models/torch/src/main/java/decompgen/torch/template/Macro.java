package decompgen.torch.template;

import java.util.Map;

/**
 * A part of a template that is called like a function and gives what it prints.
 *
 * @param written the scope in which it was defined
 * @param parameters with their defaults
 */
record Macro(Scope written, Map<String, Expression> parameters, Statement body)
    implements Callable {
  @Override
  public Object call(Arguments arguments) {
    Scope scope = written.turn();
    int at = 0;
    for (Map.Entry<String, Expression> parameter : parameters.entrySet()) {
      Object given = arguments.get(at++, parameter.getKey(), Absent.UNDEFINED);
      Object value = given == Absent.UNDEFINED ? parameter.getValue().value(scope) : given;
      scope.set(parameter.getKey(), value);
    }
    Output printed = new Output();
    body.run(scope, printed);
    return printed.toString();
  }
}
