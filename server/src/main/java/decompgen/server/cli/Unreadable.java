package decompgen.server.cli;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;

/** Why a text file that was named on the command line cannot be read. */
final class Unreadable {
  private Unreadable() {}

  static Failure text(String file, IOException cause) {
    return new Failure(ErrorCode.REQUEST_INVALID, file + why(cause), cause);
  }

  private static String why(IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> " does not exist.";
      case CharacterCodingException _ -> " is not UTF-8 text.";
      default -> " cannot be read: " + cause;
    };
  }
}
