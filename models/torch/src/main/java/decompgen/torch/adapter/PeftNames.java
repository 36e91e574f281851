package decompgen.torch.adapter;

import java.util.LinkedHashSet;
import java.util.Set;

/** Names of an adapter's matrices in PEFT's files. */
final class PeftNames {
  private static final String PREFIX = "base_model.model.";
  private static final String A = ".lora_A.weight";
  private static final String B = ".lora_B.weight";
  private static final String OLD = "language_model.model.";
  private static final String NEW = "model.language_model.";

  private PeftNames() {}

  /** Of a module as the checkpoint names it. */
  static String a(String module) {
    return PREFIX + module + A;
  }

  static String b(String module) {
    return PREFIX + module + B;
  }

  /**
   * The names that a module of a multimodal model may have: transformers renamed {@code
   * language_model.model} to {@code model.language_model} in 4.52, and PEFT writes the classes'
   * names, not the checkpoint's.
   */
  static Set<String> modules(String module) {
    Set<String> names = new LinkedHashSet<>();
    names.add(module);
    if (module.startsWith(OLD)) names.add(NEW + module.substring(OLD.length()));
    if (module.startsWith(NEW)) names.add(OLD + module.substring(NEW.length()));
    return names;
  }
}
