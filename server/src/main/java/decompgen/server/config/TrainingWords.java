package decompgen.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.module.SimpleModule;
import decompgen.domain.dpo.Measure;
import decompgen.domain.dpo.Objective;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How dpo.yaml spells what a training may choose: {@code shared-prefix}, {@code all-linear}. */
final class TrainingWords {
  private TrainingWords() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("training-words");
    choice(module, Objective.class);
    choice(module, Measure.class);
    choice(module, Schedule.Decay.class);
    choice(module, PairLayout.class);
    Reading.of(Targets.class, TrainingWords::targets, module);
    return module;
  }

  private static <E extends Enum<E>> void choice(SimpleModule module, Class<E> type) {
    Reading.of(type, node -> choice(type, node.asText()), module);
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String word) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int at = words.indexOf(word);
    if (at < 0) throw new IllegalArgumentException(word + "; choose " + String.join(" or ", words));
    return type.getEnumConstants()[at];
  }

  /** A list of names, or one text. */
  private static Targets targets(JsonNode node) {
    if (node.isTextual())
      return node.asText().equals("all-linear")
          ? new Targets.AllLinear()
          : new Targets.Expression(node.asText());
    if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isTextual))
      throw new IllegalArgumentException(node + " is neither a list of names nor one text");
    return new Targets.Names(node.valueStream().map(JsonNode::asText).toList());
  }
}
