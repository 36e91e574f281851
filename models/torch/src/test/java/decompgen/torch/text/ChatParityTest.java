package decompgen.torch.text;

import static decompgen.torch.text.Fixtures.folder;
import static decompgen.torch.text.Fixtures.ints;
import static decompgen.torch.text.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations written as the reference writes them. */
@Tag("native")
class ChatParityTest {
  @TempDir Path copy;

  @Test
  void render_llama3sTemplate_givesTheReferencesTextAndIds() {
    JsonNode cases = json("tokenizer_llama3/chat_template_cases.json");
    try (Tokenizer tokenizer = Tokenizer.open(folder("tokenizer_llama3"))) {
      ChatTemplate template =
          ChatTemplate.find(folder("tokenizer_llama3"), tokenizer.specialTokens()).orElseThrow();
      Chat chat = Chat.read(folder("tokenizer_llama3"), tokenizer);
      for (JsonNode rendering : cases.get("renderings")) {
        boolean prompt = rendering.get("add_generation_prompt").asBoolean();
        List<Message> messages = messages(rendering.get("messages"));
        String text = template.render(messages, prompt, Clock.systemUTC());
        assertThat(text).isEqualTo(rendering.get("text").asText());
        assertThat(tokenizer.encode(text)).isEqualTo(ints(rendering.get("ids")));
        if (prompt) assertThat(chat.prompt(messages)).isEqualTo(ints(rendering.get("ids")));
      }
    }
  }

  @Test
  void render_llavasTemplate_givesTheReferencesText() throws IOException {
    JsonNode cases = json("tokenizer_llama3/llava_chat_template_cases.json");
    Files.writeString(copy.resolve("chat_template.jinja"), cases.get("template").asText());
    SpecialTokens none = new SpecialTokens(Map.of(), null, null, List.of());
    ChatTemplate template = ChatTemplate.find(copy, none).orElseThrow();
    for (JsonNode rendering : cases.get("renderings"))
      assertThat(
              template.render(
                  messages(rendering.get("messages")),
                  rendering.get("add_generation_prompt").asBoolean(),
                  Clock.systemUTC()))
          .isEqualTo(rendering.get("text").asText());
  }

  @Test
  void prompt_qwen_givesTheReferencesIds() {
    QwenTokenizer tokenizer = QwenTokenizer.open(folder("qwen_vl/model"));
    JsonNode cases = json("qwen_vl/chatml_cases.json");
    for (JsonNode context : cases.get("context")) {
      List<Message> messages = new ArrayList<>();
      messages.add(Message.of(Message.Role.SYSTEM, context.get("system").asText()));
      for (JsonNode turn : context.get("history")) {
        messages.add(Message.of(Message.Role.USER, turn.get(0).asText()));
        messages.add(Message.of(Message.Role.ASSISTANT, turn.get(1).asText()));
      }
      messages.add(Message.of(Message.Role.USER, context.get("query").asText()));
      QwenChat chat = new QwenChat(tokenizer, context.get("max_window_size").asInt());
      assertThat(chat.prompt(messages)).isEqualTo(ints(context.get("context_tokens")));
    }
    for (JsonNode stop : cases.get("stop_words_ids"))
      assertThat(Chat.read(folder("qwen_vl/model"), tokenizer).ends())
          .contains(stop.get(0).asInt());
  }

  @Test
  void pairs_qwen_haveTheReferencesIds() {
    QwenTokenizer tokenizer = QwenTokenizer.open(folder("qwen_vl/model"));
    Chat chat = Chat.read(folder("qwen_vl/model"), tokenizer);
    for (JsonNode pair : json("qwen_vl/dpo/dataset.json")) {
      String name = Path.of(pair.get("image").asText()).getFileName().toString();
      List<Message> messages = List.of(Message.ask(List.of(name), pair.get("question").asText()));
      assertThat(chat.prompt(messages)).isEqualTo(ints(pair.get("prompt_ids")));
      for (String side : List.of("chosen", "rejected"))
        assertThat(chat.response(messages, pair.get(side).asText()))
            .isEqualTo(ints(pair.get(side + "_ids")));
    }
  }

  private static List<Message> messages(JsonNode array) {
    return array.valueStream().map(ChatParityTest::message).toList();
  }

  private static Message message(JsonNode message) {
    Message.Role role = Message.Role.valueOf(message.get("role").asText().toUpperCase(Locale.ROOT));
    JsonNode content = message.get("content");
    if (content.isTextual()) return Message.of(role, content.asText());
    return new Message(
        role,
        content
            .valueStream()
            .map(
                part ->
                    part.get("type").asText().equals("image")
                        ? new Message.Part.Image("1")
                        : (Message.Part) new Message.Part.Text(part.get("text").asText()))
            .toList());
  }
}
