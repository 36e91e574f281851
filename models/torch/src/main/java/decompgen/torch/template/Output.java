package decompgen.torch.template;

import java.util.List;

/** What a template prints, up to a bound, which all text that it makes is held to. */
final class Output {
  private static final int MOST_CHARACTERS = 4 << 20;

  private final StringBuilder text = new StringBuilder();

  void print(String more) {
    requireRoom((long) text.length() + more.length());
    text.append(more);
  }

  /**
   * @throws TemplateException when a text of so many characters would be too long
   */
  static void requireRoom(long characters) {
    if (characters > MOST_CHARACTERS)
      throw new TemplateException("a text has more than " + MOST_CHARACTERS + " characters");
  }

  /** The texts of items with something between them. */
  static String joined(List<Object> items, String between) {
    Output out = new Output();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) out.print(between);
      out.print(Values.text(items.get(i)));
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
