package decompgen.torch.template;

import java.util.List;

/** The {@code loop} of one turn. */
record Loop(List<Object> items, int at) {
  Object attribute(String name) {
    return switch (name) {
      case "index" -> at + 1L;
      case "index0" -> (long) at;
      case "revindex" -> (long) items.size() - at;
      case "revindex0" -> (long) items.size() - at - 1;
      case "first" -> at == 0;
      case "last" -> at == items.size() - 1;
      case "length" -> (long) items.size();
      case "previtem" -> at > 0 ? items.get(at - 1) : Absent.UNDEFINED;
      case "nextitem" -> at + 1 < items.size() ? items.get(at + 1) : Absent.UNDEFINED;
      case "cycle" -> (Callable) arguments -> cycled(arguments.positional());
      default -> Absent.UNDEFINED;
    };
  }

  private Object cycled(List<Object> choices) {
    if (choices.isEmpty()) throw new TemplateException("loop.cycle is given nothing");
    return choices.get(at % choices.size());
  }
}
