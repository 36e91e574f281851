package decompgen.server.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The name by which a server finds its own unfinished scores again, kept in its data folder. */
final class Owner {
  private Owner() {}

  static String of(Path folder) {
    Path file = folder.resolve("owner");
    try {
      if (!Files.exists(file)) Files.writeString(file, UUID.randomUUID().toString(), UTF_8);
      return Files.readString(file, UTF_8).strip();
    } catch (IOException e) {
      throw new Failure(ErrorCode.CONFIG_INVALID, file + " cannot be read or written: " + e, e);
    }
  }
}
