package decompgen.domain.policy;

import static java.util.Objects.requireNonNull;

/** One turn of a conversation with a policy. */
public record Turn(Role role, String text) {
  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  public Turn {
    requireNonNull(role, "role");
    requireNonNull(text, "text");
  }

  /** A question alone. */
  public static Turn user(String text) {
    return new Turn(Role.USER, text);
  }
}
