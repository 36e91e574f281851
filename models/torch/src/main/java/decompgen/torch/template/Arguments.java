package decompgen.torch.template;

import java.util.List;
import java.util.Map;

/** What a call, a filter or a test is given. */
record Arguments(List<Object> positional, Map<String, Object> named) {
  static final Arguments NONE = new Arguments(List.of(), Map.of());

  /** The argument at a place or of a name. */
  Object get(int at, String name, Object otherwise) {
    return at < positional.size() ? positional.get(at) : named.getOrDefault(name, otherwise);
  }

  /**
   * @throws TemplateException when it is not there
   */
  Object required(int at, String name) {
    Object value = get(at, name, Absent.UNDEFINED);
    if (value == Absent.UNDEFINED)
      throw new TemplateException("the argument " + name + " is missing");
    return value;
  }

  String text(int at, String name) {
    return Values.text(required(at, name));
  }

  long whole(int at, String name, long otherwise) {
    return Values.whole(get(at, name, otherwise));
  }

  boolean has(int at, String name) {
    Object value = get(at, name, Absent.UNDEFINED);
    return value != Absent.UNDEFINED && value != Absent.NONE;
  }
}
