package decompgen.torch.text;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds special tokens in the files of a checkpoint, as the hub has them, old and new. */
final class SpecialTokensConfig {
  private final List<JsonFile> tokenizerFiles;
  private final List<JsonFile> modelFiles;
  private final Function<String, @Nullable Integer> ids;

  /**
   * @param ids the id of a token's text, or null
   */
  private SpecialTokensConfig(Path folder, Function<String, @Nullable Integer> ids) {
    this.ids = ids;
    tokenizerFiles =
        files(folder, "tokenizer_config.json", "special_tokens_map.json", "processor_config.json");
    List<JsonFile> models = new ArrayList<>(files(folder, "generation_config.json", "config.json"));
    models.addAll(
        models.stream()
            .filter(file -> file.has("text_config"))
            .map(file -> file.part("text_config"))
            .toList());
    modelFiles = models;
  }

  private static List<JsonFile> files(Path folder, String... names) {
    return Stream.of(names)
        .map(folder::resolve)
        .map(JsonFile::readIfThere)
        .flatMap(Optional::stream)
        .toList();
  }

  static SpecialTokens read(Path folder, Function<String, @Nullable Integer> ids) {
    return new SpecialTokensConfig(folder, ids).read();
  }

  private SpecialTokens read() {
    Map<String, String> texts = texts();
    List<Integer> eos = modelIds("eos_token_id");
    Integer end = id(texts, "eos_token");
    if (eos.isEmpty() && end != null) eos = List.of(end);
    return new SpecialTokens(texts, id(texts, "bos_token"), end, eos);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    for (JsonFile file : tokenizerFiles) {
      add(file, texts);
      if (file.json().path("extra_special_tokens").isObject())
        add(file.part("extra_special_tokens"), texts);
    }
    return texts;
  }

  /** A token is written as a string, or as an object with its content. */
  private static void add(JsonFile file, Map<String, String> texts) {
    file.json()
        .propertyStream()
        .filter(entry -> entry.getKey().endsWith("_token"))
        .forEach(
            entry -> {
              JsonNode token = entry.getValue();
              JsonNode content = token.isObject() ? token.path("content") : token;
              if (content.isTextual()) texts.putIfAbsent(entry.getKey(), content.textValue());
              else if (token.isObject())
                throw file.refuse(entry.getKey() + ".content", "is missing.");
            });
  }

  private @Nullable Integer id(Map<String, String> texts, String name) {
    String text = texts.get(name);
    return text == null ? null : ids.apply(text);
  }

  /** The first file that has the key decides; a negative id means none. */
  private List<Integer> modelIds(String key) {
    return modelFiles.stream()
        .filter(file -> file.has(key))
        .map(file -> whole(file, key))
        .findFirst()
        .orElse(List.of());
  }

  private static List<Integer> whole(JsonFile file, String key) {
    JsonNode value = file.json().get(key);
    List<Integer> ids = new ArrayList<>();
    for (JsonNode id : value.isArray() ? value : List.of(value)) {
      if (!id.isIntegralNumber() || !id.canConvertToInt())
        throw file.refuse(key, "is " + value + ": neither an id nor a list of ids.");
      if (id.intValue() >= 0) ids.add(id.intValue());
    }
    return ids;
  }
}
