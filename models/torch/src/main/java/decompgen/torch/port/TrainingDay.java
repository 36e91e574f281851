package decompgen.torch.port;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * When a training began, kept in its folder: some chat templates write the day into every prompt,
 * and a training that goes on the next day must find its own prompts.
 */
final class TrainingDay {
  private static final String FILE = "begun";

  private TrainingDay() {}

  /**
   * A clock that stands where the folder's training began, which is now when it has none yet.
   *
   * @throws Failure CONFIG_INVALID when the file holds no time
   */
  static Clock of(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      Path partial = folder.resolve(FILE + ".partial");
      Files.writeString(partial, LocalDateTime.now(Clock.systemDefaultZone()).toString());
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
    String begun = Files.readString(file).strip();
    try {
      return Clock.fixed(LocalDateTime.parse(begun).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    } catch (DateTimeParseException noTime) {
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          file + " holds no local time such as 2026-11-25T16:30; delete it to begin anew",
          noTime);
    }
  }
}
