package decompgen.domain.error;

/**
 * The reasons for which work is refused or fails; the name is the {@code code} that clients see.
 */
public enum ErrorCode {
  REQUEST_INVALID(Kind.CALLER, "The request does not match the contract"),
  RESPONSE_EMPTY(Kind.CALLER, "The response has no text"),
  RESPONSE_TOO_LONG(Kind.CALLER, "The response is too long"),
  TOO_MANY_RESPONSES(Kind.CALLER, "Too many responses in one request"),
  IMAGE_UNREADABLE(Kind.CALLER, "The image cannot be decoded"),
  IMAGE_TOO_LARGE(Kind.CALLER, "The image is too large"),
  IMAGE_FORMAT_UNKNOWN(Kind.CALLER, "The image format is not supported"),
  NOT_FOUND(Kind.CALLER, "There is no such thing"),
  IN_USE(Kind.CALLER, "It is in use"),
  CANCELLED(Kind.CALLER, "The work was cancelled"),
  OVERLOADED(Kind.CAPACITY, "The server is busy"),
  DEADLINE_EXCEEDED(Kind.CAPACITY, "The work took too long"),
  DATABASE_UNAVAILABLE(Kind.CAPACITY, "The database does not answer"),
  STOPPING(Kind.CAPACITY, "The server is stopping"),
  MODEL_FAILED(Kind.MODEL, "A model failed"),
  MODEL_UNREADABLE(Kind.MODEL, "A model cannot be loaded"),
  CONFIG_INVALID(Kind.CALLER, "The configuration is wrong"),
  PORT_TAKEN(Kind.CALLER, "The port is taken"),
  DATA_FOLDER_TAKEN(Kind.CALLER, "The data folder is in use"),
  DATABASE_UNUSABLE(Kind.INTERNAL, "The embedded database cannot be started"),
  INTERNAL(Kind.INTERNAL, "The server made an error");

  /** Whose fault it is, so that failures can be counted by blame. */
  public enum Kind {
    CALLER,
    CAPACITY,
    MODEL,
    INTERNAL
  }

  private final Kind kind;
  private final String title;

  ErrorCode(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  public Kind kind() {
    return kind;
  }

  /** One short sentence without a full stop, the same for every occurrence. */
  public String title() {
    return title;
  }
}
