package decompgen.torch.text;

import static decompgen.torch.text.Fixtures.folder;
import static decompgen.torch.text.Fixtures.ints;
import static decompgen.torch.text.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids, tokens, offsets and texts equal to the reference's. */
@Tag("native")
class TokenizerParityTest {

  @ParameterizedTest
  @ValueSource(strings = {"tokenizer_llama3", "tokenizer_llama2_style"})
  void tokens_everyCase_equalTheReference(String name) {
    try (HubTokenizer tokenizer = HubTokenizer.open(folder(name))) {
      for (JsonNode expected : json(name + "/cases.json")) {
        String text = expected.get("text").asText();
        boolean added = expected.get("add_special_tokens").asBoolean();
        List<Token> tokens = tokenizer.tokens(text, added);
        int[] ids = ints(expected.get("ids"));
        assertThat(tokens.stream().mapToInt(Token::id).toArray()).as(text).containsExactly(ids);
        assertThat(tokens.stream().map(Token::text)).as(text).isEqualTo(texts(expected));
        for (int i = 0; i < expected.path("offsets_chars").size(); i++) {
          int[] offsets = ints(expected.get("offsets_chars").get(i));
          assertThat(new int[] {tokens.get(i).from(), tokens.get(i).to()})
              .as(text)
              .containsExactly(offsets);
        }
        if (!added) assertThat(tokenizer.encode(text)).as(text).containsExactly(ids);
        assertDecoded(tokenizer, ids, expected);
      }
    }
  }

  private static List<String> texts(JsonNode expected) {
    return expected.get("tokens").valueStream().map(JsonNode::asText).toList();
  }

  private static void assertDecoded(HubTokenizer tokenizer, int[] ids, JsonNode expected) {
    assertThat(tokenizer.decode(ids, false)).isEqualTo(expected.get("decoded").asText());
    assertThat(tokenizer.decode(ids)).isEqualTo(expected.get("decoded_skip_special").asText());
  }

  @Test
  void decode_randomIds_equalTheReference() {
    try (HubTokenizer tokenizer = HubTokenizer.open(folder("tokenizer_llama3"))) {
      for (JsonNode expected : json("tokenizer_llama3/random_id_decode.json"))
        assertDecoded(tokenizer, ints(expected.get("ids")), expected);
    }
  }

  @Test
  void stream_tokenByToken_givesWholeCharacters() {
    JsonNode expected = json("tokenizer_llama3/incremental_decode.json");
    int[] ids = ints(expected.get("ids"));
    try (HubTokenizer tokenizer = HubTokenizer.open(folder("tokenizer_llama3"))) {
      TextStream stream = tokenizer.stream();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < ids.length; i++) {
        String reference = expected.get("prefixes").get(i + 1).asText();
        assertThat(tokenizer.decode(Arrays.copyOf(ids, i + 1))).isEqualTo(reference);
        text.append(stream.next(ids[i]));
        assertThat(text.toString()).isEqualTo(reference.replaceFirst("\ufffd+$", ""));
      }
      assertThat(stream.end()).isEmpty();
    }
  }

  @Test
  void qwen_everyCase_equalsTheReference() {
    try (QwenTokenizer tokenizer = QwenTokenizer.open(folder("qwen_vl/model"))) {
      for (JsonNode expected : json("qwen_vl/tokenizer_cases.json")) {
        int[] ids = ints(expected.get("ids"));
        assertThat(tokenizer.encode(expected.get("text").asText())).containsExactly(ids);
        assertThat(tokenizer.decode(ids, false)).isEqualTo(expected.get("decoded").asText());
      }
      JsonNode names = json("qwen_vl/chatml_cases.json").get("ids");
      assertThat(tokenizer.id("<|endoftext|>")).isEqualTo(names.get("endoftext").asInt());
      assertThat(tokenizer.id("<|im_start|>")).isEqualTo(names.get("im_start").asInt());
      assertThat(tokenizer.id("<|im_end|>")).isEqualTo(names.get("im_end").asInt());
      assertThat(tokenizer.id("<img>")).isEqualTo(names.get("img_start").asInt());
      assertThat(tokenizer.id("</img>")).isEqualTo(names.get("img_end").asInt());
      assertThat(tokenizer.id("<imgpad>")).isEqualTo(names.get("img_pad").asInt());
    }
  }
}
