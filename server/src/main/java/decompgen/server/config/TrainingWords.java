package decompgen.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import decompgen.domain.dpo.Measure;
import decompgen.domain.dpo.Objective;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How dpo.yaml spells what a training may choose: {@code shared-prefix}, {@code all-linear}. */
final class TrainingWords {
  private TrainingWords() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("training-words");
    choice(module, Objective.class);
    choice(module, Measure.class);
    choice(module, Schedule.Decay.class);
    choice(module, PairLayout.class);
    return module.addDeserializer(Targets.class, read(Targets.class, TrainingWords::targets));
  }

  private static <E extends Enum<E>> void choice(SimpleModule module, Class<E> type) {
    module.addDeserializer(type, read(type, node -> choice(type, node.asText())));
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

  private static <T> StdDeserializer<T> read(Class<T> type, Function<JsonNode, T> read) {
    return new StdDeserializer<>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return value(context.readTree(parser), context);
      }

      /** An empty key, which Jackson does not hand to deserialize, is none of the words either. */
      @Override
      public T getNullValue(DeserializationContext context) throws JsonMappingException {
        return value(NullNode.instance, context);
      }

      private T value(JsonNode node, DeserializationContext context) throws JsonMappingException {
        try {
          return read.apply(node);
        } catch (IllegalArgumentException wrong) {
          throw JsonMappingException.from(context, wrong.getMessage(), wrong);
        }
      }
    };
  }
}
