package decompgen.torch.template;

/** What a template prints, up to a bound. */
final class Output {
  private static final int MOST_CHARACTERS = 4 << 20;

  private final StringBuilder text = new StringBuilder();

  void print(String more) {
    if (text.length() + more.length() > MOST_CHARACTERS)
      throw new TemplateException("more than " + MOST_CHARACTERS + " characters are printed");
    text.append(more);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
