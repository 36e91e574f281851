package decompgen.torch.adapter;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkpoint that an adapter is made for, known by its weights. Thread-safe. */
public final class BaseModel {
  private final Path folder;
  private @Nullable String hash;

  public BaseModel(Path folder) {
    this.folder = folder;
  }

  /** The folder's name. */
  public String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /**
   * {@code sha256:} and the hash of all its safetensors files, one after the other by name. Reads
   * them once; later calls remember.
   *
   * @throws Failure MODEL_UNREADABLE when they cannot be read
   */
  public synchronized String hash() {
    if (hash == null) hash = computed();
    return hash;
  }

  private String computed() {
    try {
      MessageDigest digest = Sha256.digest();
      for (Path file : files())
        try (InputStream in = Files.newInputStream(file);
            OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
          in.transferTo(out);
        }
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE, folder + ": " + unreadable.getMessage(), unreadable);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(file -> file.toString().endsWith(".safetensors")).sorted().toList();
    }
  }
}
