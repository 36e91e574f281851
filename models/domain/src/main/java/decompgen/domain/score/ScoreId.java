package decompgen.domain.score;

import java.util.UUID;

/** Identity of one scoring of one picture and its responses; a UUID. */
public record ScoreId(UUID value) {
  public static ScoreId random() {
    return new ScoreId(UUID.randomUUID());
  }

  /** Reads the form of {@link #toString}; throws IllegalArgumentException on any other. */
  public static ScoreId parse(String text) {
    return new ScoreId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
