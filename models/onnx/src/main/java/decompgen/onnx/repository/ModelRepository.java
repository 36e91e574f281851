package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of models: {@code <name>/<version>/model.yaml} and what it names. */
public final class ModelRepository {
  static final String DESCRIPTION = "model.yaml";

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .withConfigOverride(
              List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .build();

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
      JsonNode tree = YAML.readTree(Files.readString(yaml));
      if (tree.isMissingNode() || tree.isNull())
        throw unreadable(yaml, "is empty; describe the model as those that ship are", null);
      return new Model(id, folder, YAML.treeToValue(tree, ModelDescription.class));
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

  /** The complaint of one of our records, else what the key must be. */
  private static String innermost(JsonMappingException unfit) {
    if (unfit instanceof InvalidNullException) return "is empty";
    if (unfit instanceof MismatchedInputException other) return "must be " + wanted(other);
    return String.valueOf((unfit.getCause() == null ? unfit : unfit.getCause()).getMessage());
  }

  private static String wanted(MismatchedInputException other) {
    Class<?> type = other.getTargetType();
    if (type.isEnum())
      return other.getOriginalMessage().replaceFirst("(?s).*Enum class: ", "one of ");
    if (Collection.class.isAssignableFrom(type)) return "a list like [a, b]";
    if (type == Integer.class) return "a whole number";
    if (type == Double.class) return "a number";
    return type == String.class ? "a text" : "a section with keys of its own";
  }

  private static String firstLine(JsonProcessingException wrong) {
    return wrong.getOriginalMessage().lines().findFirst().orElse("unreadable");
  }

  private static Failure unreadable(Path yaml, String what, @Nullable Exception cause) {
    return new Failure(ErrorCode.MODEL_UNREADABLE, yaml + ": " + what, cause);
  }
}
