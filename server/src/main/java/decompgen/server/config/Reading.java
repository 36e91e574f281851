package decompgen.server.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.function.Function;

/** Reads a value by a function, whose complaint gets the key's name. */
final class Reading<T> extends StdDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Function<JsonNode, T> read;

  private Reading(Class<T> type, Function<JsonNode, T> read) {
    super(type);
    this.read = read;
  }

  /**
   * @param read throws IllegalArgumentException saying what is wrong
   */
  static <T> void of(Class<T> type, Function<JsonNode, T> read, SimpleModule module) {
    module.addDeserializer(type, new Reading<>(type, read));
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    JsonNode node = context.readTree(parser);
    try {
      return read.apply(node);
    } catch (IllegalArgumentException wrong) {
      throw JsonMappingException.from(context, wrong.getMessage(), wrong);
    }
  }
}
