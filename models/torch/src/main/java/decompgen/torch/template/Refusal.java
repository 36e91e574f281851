package decompgen.torch.template;

/** A template's own refusal of what it is given: {@code raise_exception(message)}. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
