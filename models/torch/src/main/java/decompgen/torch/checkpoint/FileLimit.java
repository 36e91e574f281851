package decompgen.torch.checkpoint;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The longest file beside the weights that is read whole: several times the longest tokenizer. */
public final class FileLimit {
  private static final long LONGEST_BYTES = 1 << 28;

  private FileLimit() {}

  /**
   * @throws Failure MODEL_UNREADABLE when the file has more than 256 MiB
   * @throws IOException when there is no such file
   */
  public static void require(Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > LONGEST_BYTES)
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          "%s has %d bytes, more than %d: it is no file of a checkpoint; copy it anew."
              .formatted(file, bytes, LONGEST_BYTES));
  }
}
