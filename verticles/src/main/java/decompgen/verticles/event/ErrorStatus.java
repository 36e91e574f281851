package decompgen.verticles.event;

import decompgen.domain.error.ErrorCode;

/** The HTTP status of each error code; the one place that knows it. */
public final class ErrorStatus {
  private ErrorStatus() {}

  /** A status in 400..599; 499 is the usual one for a request that its client gave up. */
  public static int of(ErrorCode code) {
    return switch (code) {
      case REQUEST_INVALID, RESPONSE_EMPTY, IMAGE_UNREADABLE -> 400;
      case NOT_FOUND -> 404;
      case IN_USE -> 409;
      case RESPONSE_TOO_LONG, TOO_MANY_RESPONSES, IMAGE_TOO_LARGE -> 413;
      case IMAGE_FORMAT_UNKNOWN -> 415;
      case OVERLOADED -> 429;
      case CANCELLED -> 499;
      case DEADLINE_EXCEEDED, DATABASE_UNAVAILABLE, STOPPING -> 503;
      case MODEL_FAILED,
          MODEL_UNREADABLE,
          CONFIG_INVALID,
          PORT_TAKEN,
          DATA_FOLDER_TAKEN,
          DATABASE_UNUSABLE,
          INTERNAL ->
          500;
    };
  }
}
