package decompgen.domain.error;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** An unexpected outcome with its code; the message says what happened and what to do next. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  public Failure(ErrorCode code, String message) {
    this(code, message, null);
  }

  public Failure(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = requireNonNull(code, "code");
  }

  /** The failure itself, or {@code INTERNAL} around anything else. */
  public static Failure of(Throwable thrown) {
    return thrown instanceof Failure failure
        ? failure
        : new Failure(ErrorCode.INTERNAL, String.valueOf(thrown), thrown);
  }

  public ErrorCode code() {
    return code;
  }

  /** The message, never null. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
