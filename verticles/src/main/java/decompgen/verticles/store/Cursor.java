package decompgen.verticles.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of scores, newest first: just after the score made at that time with that id.
 * Clients see it as text without meaning.
 */
record Cursor(Instant created, UUID id) {
  private static final Cursor START =
      new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  /** The place that the text names; the start for null. Throws Failure REQUEST_INVALID. */
  static Cursor parse(@Nullable String text) {
    if (text == null) return START;
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(":", -1);
      if (parts.length != 2) throw new IllegalArgumentException(text);
      Instant created = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
      if (created.isAfter(START.created)) throw new IllegalArgumentException(text);
      return new Cursor(created, UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException bad) {
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          "The cursor is not one that this server gave. Leave it out to begin with the newest.",
          bad);
    }
  }

  String text() {
    String plain = ChronoUnit.MICROS.between(Instant.EPOCH, created) + ":" + id;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(US_ASCII));
  }

  OffsetDateTime time() {
    return created.atOffset(ZoneOffset.UTC);
  }
}
