package decompgen.torch.template;

/** A template that cannot be parsed or rendered; the message names its line. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TemplateException(String message) {
    super(message);
  }

  TemplateException(int line, String message) {
    super("line " + line + ": " + message);
  }
}
