package decompgen.verticles.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.claim.Span;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON of the values that several events share. */
final class Nodes {
  private Nodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The value with four decimals: enough for a score or a box, and short. */
  static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  static <T> ArrayNode array(List<T> values, Function<T, ? extends JsonNode> write) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(values.size());
    values.forEach(value -> array.add(write.apply(value)));
    return array;
  }

  static ArrayNode numbers(List<Integer> numbers) {
    return array(numbers, JsonNodeFactory.instance::numberNode);
  }

  static ArrayNode strings(List<String> strings) {
    return array(strings, JsonNodeFactory.instance::textNode);
  }

  static ArrayNode spans(List<Span> spans) {
    return array(spans, span -> numbers(List.of(span.start(), span.end())));
  }

  static ArrayNode box(Box box) {
    return array(
        List.of(box.x0(), box.y0(), box.x1(), box.y1()),
        side -> JsonNodeFactory.instance.numberNode(rounded(side)));
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    return array.valueStream().map(read).toList();
  }

  static List<Integer> numbers(JsonNode array) {
    return list(array, JsonNode::intValue);
  }

  static List<String> strings(JsonNode array) {
    return list(array, JsonNode::textValue);
  }

  static List<Span> spans(JsonNode array) {
    return list(array, span -> new Span(span.required(0).intValue(), span.required(1).intValue()));
  }

  static Box box(JsonNode sides) {
    return new Box(
        sides.required(0).doubleValue(),
        sides.required(1).doubleValue(),
        sides.required(2).doubleValue(),
        sides.required(3).doubleValue());
  }

  /** The text of a member that must be there and not null. */
  static String text(JsonNode object, String member) {
    String text = object.required(member).textValue();
    if (text == null) throw new IllegalArgumentException(member + " is not a string");
    return text;
  }

  /** The text of a member that may be null. */
  static @Nullable String textOrNull(JsonNode object, String member) {
    return object.path(member).textValue();
  }
}
