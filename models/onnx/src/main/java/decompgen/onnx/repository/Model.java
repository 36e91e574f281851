package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One model of a repository; files are read when asked for. */
public record Model(ModelId id, Path folder, ModelDescription description) {
  public Model {
    requireNonNull(id, "id");
    requireNonNull(folder, "folder");
    requireNonNull(description, "description");
  }

  /**
   * The ONNX file's bytes, unchanged since the description was written.
   *
   * @throws Failure MODEL_UNREADABLE when they are missing or have another SHA-256
   */
  public byte[] weights() {
    Weights weights = description.weights();
    byte[] bytes = read(weights);
    String found = Sha256.hex(bytes);
    if (!found.equals(weights.sha256()))
      throw unreadable(
          "weights.sha256",
          "the ONNX file has " + found + " instead; copy the model again, whole",
          null);
    return bytes;
  }

  /**
   * The labels, index = class id.
   *
   * @throws Failure MODEL_UNREADABLE when the file is missing or named nowhere
   */
  public List<String> labels() {
    String file = description.labels();
    if (file == null) throw unreadable("labels", "is missing", null);
    try {
      return List.copyOf(Files.readAllLines(folder.resolve(file)));
    } catch (IOException failed) {
      throw unreadable("labels", reason(failed), failed);
    }
  }

  private byte[] read(Weights weights) {
    String key = weights.file() != null ? "weights.file" : "weights.resource";
    try {
      if (weights.file() != null) return Files.readAllBytes(folder.resolve(weights.file()));
      return resource(requireNonNull(weights.resource()));
    } catch (IOException failed) {
      throw unreadable(key, reason(failed), failed);
    }
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = Model.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) throw new NoSuchFileException(path);
      return in.readAllBytes();
    }
  }

  private static String reason(IOException failed) {
    return failed instanceof NoSuchFileException
        ? "there is no " + failed.getMessage()
        : "cannot be read: " + failed.getMessage();
  }

  /**
   * The failure of a model that cannot be what it is taken for.
   *
   * @param key of its description that shows it
   */
  public Failure unfit(String key, String what) {
    return unreadable(key, what, null);
  }

  private Failure unreadable(String key, String what, @Nullable Throwable cause) {
    return new Failure(
        ErrorCode.MODEL_UNREADABLE,
        folder.resolve(ModelRepository.DESCRIPTION) + ": " + key + ": " + what,
        cause);
  }
}
