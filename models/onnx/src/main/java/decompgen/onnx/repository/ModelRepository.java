package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder of models: {@code <name>/<version>/model.yaml} and what it names. */
public final class ModelRepository {
  static final String DESCRIPTION = "model.yaml";

  private static final ObjectReader READER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readerFor(ModelDescription.class);

  private final Path root;

  public ModelRepository(Path root) {
    this.root = requireNonNull(root, "root");
  }

  /**
   * Every model there is, in alphabetical order.
   *
   * @throws Failure MODEL_UNREADABLE when the folder cannot be listed
   */
  public List<ModelId> ids() {
    try (Stream<Path> found = Files.find(root, 3, (path, _) -> path.endsWith(DESCRIPTION))) {
      return found
          .map(yaml -> root.relativize(yaml.getParent()))
          .filter(folder -> folder.getNameCount() == 2)
          .map(folder -> ModelId.parse(folder.getName(0) + "/" + folder.getName(1)))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE, "model repository " + root + " cannot be listed", failed);
    }
  }

  /**
   * Reads the description of one model; its weights are read, and checked, later.
   *
   * @throws Failure MODEL_UNREADABLE naming the file and the key, when it is missing or wrong
   */
  public Model model(ModelId id) {
    Path folder = root.resolve(id.name()).resolve(id.version());
    Path yaml = folder.resolve(DESCRIPTION);
    try {
      return new Model(id, folder, READER.readValue(Files.readString(yaml)));
    } catch (NoSuchFileException missing) {
      throw unreadable(yaml, "there is no such file; there are " + ids(), missing);
    } catch (JsonProcessingException wrong) {
      throw unreadable(yaml, problem(wrong), wrong);
    } catch (IOException failed) {
      throw unreadable(yaml, "cannot be read: " + failed.getMessage(), failed);
    }
  }

  private static String problem(JsonProcessingException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException unknown ->
          key(unknown) + "unknown key; known are " + unknown.getKnownPropertyIds();
      case JsonMappingException unfit -> key(unfit) + innermost(unfit);
      default -> "line " + wrong.getLocation().getLineNr() + ": " + firstLine(wrong);
    };
  }

  /** The key that was being read, such as {@code inputs[0].shape: }, nothing at the top. */
  private static String key(JsonMappingException unfit) {
    String path =
        unfit.getPath().stream()
            .map(
                step ->
                    step.getIndex() >= 0 ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "" : path.substring(1) + ": ";
  }

  /** The complaint of one of our records, else the parser's. */
  private static String innermost(JsonMappingException unfit) {
    return switch (unfit.getCause()) {
      case IllegalArgumentException ours -> String.valueOf(ours.getMessage());
      case NullPointerException ours -> String.valueOf(ours.getMessage());
      case null, default -> firstLine(unfit);
    };
  }

  private static String firstLine(JsonProcessingException wrong) {
    return wrong.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  private static Failure unreadable(Path yaml, String what, Exception cause) {
    return new Failure(ErrorCode.MODEL_UNREADABLE, yaml + ": " + what, cause);
  }
}
