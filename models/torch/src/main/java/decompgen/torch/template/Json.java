package decompgen.torch.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON as Python's {@code json.dumps(value, ensure_ascii=False, …)} writes it. */
final class Json {
  private final String between;
  private final String afterKey;
  private final String indent;
  private final boolean multiline;
  private final boolean sorted;
  private final Output out = new Output();

  private Json(Arguments arguments) {
    Object width = arguments.get(1, "indent", Absent.NONE);
    indent =
        width == Absent.NONE
            ? ""
            : width instanceof String text
                ? text
                : " ".repeat((int) Math.clamp(Values.whole(width), 0, 100));
    multiline = width != Absent.NONE;
    Object separators = arguments.get(2, "separators", Absent.NONE);
    between =
        separators == Absent.NONE
            ? multiline ? "," : ", "
            : Values.text(Access.item(separators, 0L));
    afterKey = separators == Absent.NONE ? ": " : Values.text(Access.item(separators, 1L));
    sorted = Values.truth(arguments.get(3, "sort_keys", false));
  }

  static String written(Object value, Arguments arguments) {
    Json json = new Json(arguments);
    json.write(value, 0);
    return json.out.toString();
  }

  private void write(Object value, int depth) {
    switch (value) {
      case String text -> quote(text);
      case Boolean b -> out.print(b ? "true" : "false");
      case Long l -> out.print(Long.toString(l));
      case Double d -> out.print(Values.decimal(d));
      case Map<?, ?> map -> writeMap(sorted ? sorted(map) : map, depth);
      case List<?> list -> writeList(list, depth);
      case Absent absent when absent == Absent.NONE -> out.print("null");
      default -> throw new TemplateException(Values.kind(value) + " has no JSON");
    }
  }

  private static Map<Object, Object> sorted(Map<?, ?> map) {
    Map<Object, Object> sorted = new TreeMap<>(Values::compare);
    sorted.putAll(map);
    return sorted;
  }

  private void writeMap(Map<?, ?> map, int depth) {
    String separator = "";
    out.print("{");
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.print(separator);
      line(depth + 1);
      quote(Values.text(entry.getKey()));
      out.print(afterKey);
      write(entry.getValue(), depth + 1);
      separator = between;
    }
    if (!map.isEmpty()) line(depth);
    out.print("}");
  }

  private void writeList(List<?> list, int depth) {
    String separator = "";
    out.print("[");
    for (Object item : list) {
      out.print(separator);
      line(depth + 1);
      write(item, depth + 1);
      separator = between;
    }
    if (!list.isEmpty()) line(depth);
    out.print("]");
  }

  private void line(int depth) {
    if (!multiline) return;
    out.print("\n");
    for (int i = 0; i < depth; i++) out.print(indent);
  }

  private void quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray())
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        default -> {
          if (c < ' ') quoted.append(String.format("\\u%04x", (int) c));
          else quoted.append(c);
        }
      }
    out.print(quoted.append('"').toString());
  }
}
