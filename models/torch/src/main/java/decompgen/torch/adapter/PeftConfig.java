package decompgen.torch.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.Targets;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** PEFT's adapter_config.json. */
final class PeftConfig {
  static final String FILE = "adapter_config.json";

  /**
   * Keys of PEFT features that change the result and are not computed here; absent ones are off.
   */
  private static final List<String> UNSUPPORTED =
      List.of(
          "use_dora",
          "fan_in_fan_out",
          "lora_bias",
          "modules_to_save",
          "rank_pattern",
          "alpha_pattern",
          "layer_replication",
          "trainable_token_indices");

  /** Ways to begin that leave the base as it is; others, such as pissa, take a part out of it. */
  private static final Set<String> BEGINNINGS = Set.of("gaussian", "eva", "orthogonal");

  private PeftConfig() {}

  /**
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE, naming file and key, when it is no
   *     plain LoRA
   */
  static LoraSettings read(Path folder) {
    JsonFile file = JsonFile.read(folder.resolve(FILE));
    if (!file.text("peft_type", "").equals("LORA"))
      throw file.refuse("peft_type", "is " + file.json().path("peft_type") + ", not LORA");
    if (!file.text("bias", "none").equals("none"))
      throw file.refuse("bias", "is " + file.json().path("bias") + "; only none is supported");
    for (String key : UNSUPPORTED)
      if (isOn(file.json().path(key)))
        throw file.refuse(key, "is " + file.json().path(key) + ", which is not supported");
    JsonNode beginning = file.json().path("init_lora_weights");
    if (beginning.isTextual() && !BEGINNINGS.contains(beginning.asText()))
      throw file.refuse(
          "init_lora_weights",
          "is " + beginning + ", which changes the base; convert the adapter to plain LoRA first");
    try {
      return new LoraSettings(
          file.positive("r", 8),
          file.number("lora_alpha", 8),
          file.number("lora_dropout", 0),
          file.flag("use_rslora", false),
          targets(file.json().path("target_modules")));
    } catch (IllegalArgumentException outOfRange) {
      throw file.refuse("lora settings:", String.valueOf(outOfRange.getMessage()));
    }
  }

  private static boolean isOn(JsonNode value) {
    if (value.isContainerNode()) return !value.isEmpty();
    return !value.isMissingNode() && !value.isNull() && value.asBoolean(true);
  }

  private static Targets targets(JsonNode value) {
    if (value.isArray()) {
      List<String> names = new ArrayList<>();
      value.forEach(name -> names.add(name.asText()));
      return new Targets.Names(names);
    }
    return value.asText().equals("all-linear")
        ? new Targets.AllLinear()
        : new Targets.Expression(value.asText());
  }

  /**
   * The file's text, keys sorted as PEFT has them.
   *
   * @param modules names of the modules that have matrices
   */
  static String json(LoraSettings settings, List<String> modules, String baseModel) {
    Map<String, Object> json = new TreeMap<>();
    json.put("alpha_pattern", Map.of());
    json.put("base_model_name_or_path", baseModel);
    json.put("bias", "none");
    json.put("fan_in_fan_out", false);
    json.put("inference_mode", true);
    json.put("init_lora_weights", true);
    json.put("lora_alpha", plain(settings.alpha()));
    json.put("lora_dropout", settings.dropout());
    json.put("modules_to_save", null);
    json.put("peft_type", "LORA");
    json.put("r", settings.rank());
    json.put("rank_pattern", Map.of());
    json.put("target_modules", written(settings.targets(), modules));
    json.put("task_type", "CAUSAL_LM");
    json.put("use_dora", false);
    json.put("use_rslora", settings.rankStabilised());
    return new ObjectMapper().valueToTree(json).toPrettyString() + "\n";
  }

  private static Number plain(double alpha) {
    return alpha == Math.rint(alpha) ? (Number) (long) alpha : (Number) alpha;
  }

  /**
   * Names alone would also hit the vision tower of a multimodal model, so an expression keeps PEFT
   * within the language model, whichever of its names that has.
   */
  private static Object written(Targets targets, List<String> modules) {
    if (targets instanceof Targets.Expression(String regex)) return regex;
    TreeSet<String> names = new TreeSet<>();
    if (targets instanceof Targets.Names(List<String> suffixes)) names.addAll(suffixes);
    else modules.forEach(module -> names.add(module.substring(module.lastIndexOf('.') + 1)));
    if (modules.stream().noneMatch(module -> module.contains("language_model."))) return names;
    return ".*language_model.*\\.("
        + names.stream().map(name -> name.replace(".", "\\.")).collect(Collectors.joining("|"))
        + ")";
  }
}
