package decompgen.server.http;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.time.Duration;

/**
 * What a body may be, and what is said when it is not.
 *
 * @param maxUploadBytes of one file
 * @param maxTextBytes of everything else
 * @param image whether a body that is no form is an image
 */
record BodyLimits(long maxUploadBytes, long maxTextBytes, boolean image, Duration timeout) {
  long maxBytes(boolean multipart) {
    if (multipart) return maxUploadBytes + maxTextBytes;
    return image ? maxUploadBytes : maxTextBytes;
  }

  Failure tooLarge(boolean multipart) {
    return multipart || image
        ? new Failure(
            ErrorCode.IMAGE_TOO_LARGE,
            "The upload is larger than %s: send a smaller or more compressed image."
                .formatted(size(maxUploadBytes)))
        : new Failure(
            ErrorCode.RESPONSE_TOO_LONG,
            "The body is larger than %s: send shorter responses, or fewer in one request."
                .formatted(size(maxTextBytes)));
  }

  Failure tooSlow() {
    return new Failure(
        ErrorCode.REQUEST_INVALID,
        "The body did not come within %d s: send it faster.".formatted(timeout.toSeconds()));
  }

  Failure overloaded() {
    return new Failure(
        ErrorCode.OVERLOADED, "Too many bytes are under way: send the request again in a moment.");
  }

  private static String size(long bytes) {
    return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MiB" : bytes + " bytes";
  }
}
