package decompgen.torch.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates rendered as jinja2 renders them when transformers has set it up; see make_cases.py. */
class TemplateParityTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-07-26T12:00:00Z"), ZoneOffset.UTC);

  static Stream<org.junit.jupiter.params.provider.Arguments> cases() throws IOException {
    try (InputStream in = TemplateParityTest.class.getResourceAsStream("cases.json")) {
      return JSON.readTree(Objects.requireNonNull(in))
          .valueStream()
          .map(
              entry ->
                  org.junit.jupiter.params.provider.Arguments.of(
                      entry.get("name").asText(), entry));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void render_construct_equalsJinja(String name, JsonNode expected) {
    Map<String, Object> variables = new HashMap<>();
    variables.put(
        "messages",
        JSON.convertValue(expected.get("messages"), new TypeReference<List<Object>>() {}));
    variables.put("add_generation_prompt", expected.get("add_generation_prompt").asBoolean());
    variables.put("bos_token", "<s>");
    variables.put("eos_token", "</s>");
    Template template = Template.parse(expected.get("template").asText());
    assertThat(template.render(variables, CLOCK)).isEqualTo(expected.get("text").asText());
  }
}
