package decompgen.torch.text;

import static decompgen.torch.text.Fixtures.folder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTest {
  private static final SpecialTokens TOKENS =
      new SpecialTokens(Map.of("bos_token", "<s>", "eos_token", "</s>"), 1, 2, List.of(2));
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-05T15:04:09Z"), ZoneOffset.UTC);
  private static final Message QUESTION = Message.ask(List.of("a.png"), "What is shown?");
  private static final Message ANSWER = Message.of(Message.Role.ASSISTANT, "A cat.");
  private static final Message AGAIN = Message.of(Message.Role.USER, "Sure?");

  @TempDir Path folder;

  @Test
  void vicuna_conversation_isLlavasOriginalForm() {
    assertThat(ChatTemplate.vicuna(TOKENS).render(List.of(QUESTION, ANSWER, AGAIN), true, CLOCK))
        .isEqualTo(
            "A chat between a curious user and an artificial intelligence assistant. The assistant gives"
                + " helpful, detailed, and polite answers to the user's questions."
                + " USER: <image>\nWhat is shown? ASSISTANT: A cat.</s>USER: Sure? ASSISTANT:");
    assertThat(
            ChatTemplate.vicuna(TOKENS)
                .render(List.of(Message.of(Message.Role.SYSTEM, "Be brief."), AGAIN), false, CLOCK))
        .isEqualTo("Be brief. USER: Sure? ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{ messages[0].content }}                                    | <image>~What is shown?",
        "{% for p in messages[0].content %}[{{ p.type }}{{ p.text }}]{% endfor %} | [image][textWhat is shown?]",
      })
  void render_pictures_asTheTemplateTakesThem(String template, String expected) throws IOException {
    Files.writeString(folder.resolve("chat_template.jinja"), template);
    assertThat(find().render(List.of(QUESTION), true, CLOCK))
        .isEqualTo(expected.replace('~', '\n'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chat_template.json    | {\"chat_template\": \"A\"}",
        "processor_config.json | {\"chat_template\": \"A\"}",
        "tokenizer_config.json | {\"chat_template\": \"A\"}",
        "tokenizer_config.json | {\"chat_template\": [{\"name\": \"rag\", \"template\": \"B\"}, {\"name\": \"default\", \"template\": \"A\"}]}",
        "tokenizer_config.json | {\"chat_template\": [{\"name\": \"chat\", \"template\": \"A\"}]}",
        "chat_template.jinja   | A",
      })
  void find_everyPlace_isRead(String file, String content) throws IOException {
    Files.writeString(folder.resolve("tokenizer_config.json"), "{\"chat_template\": \"last\"}");
    Files.writeString(folder.resolve(file), content);
    assertThat(find().render(List.of(AGAIN), true, CLOCK)).isEqualTo("A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"chat_template\": \"a~{% if %}\"}                        | chat_template, line 2: an expression is missing",
        "{\"chat_template\": [{\"name\": \"a\", \"template\": \"\"}, {\"name\": \"b\", \"template\": \"\"}]} | chat_template has [a, b], none of them named default",
        "{\"chat_template\": [{\"name\": \"a\"}]}                    | chat_template has an entry without template",
      })
  void find_brokenTemplate_isRefusedWithFile(String json, String why) throws IOException {
    Files.writeString(folder.resolve("tokenizer_config.json"), json.replace("~", "\\n"));
    assertThatThrownBy(this::find)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE))
        .hasMessageContaining("tokenizer_config.json")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{ raise_exception('no pictures') }} | refuses the messages: no pictures",
        "{{ messages[1].content }}            | cannot write these messages: line 1: an undefined value has no content",
      })
  void render_messagesThatDoNotFit_areTheCallersFault(String template, String why)
      throws IOException {
    Files.writeString(folder.resolve("chat_template.jinja"), template);
    assertThatThrownBy(() -> find().render(List.of(QUESTION), true, CLOCK))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.REQUEST_INVALID))
        .hasMessageContaining(why);
  }

  @Test
  void prompt_qwensTurnsOutOfOrder_refused() {
    Chat chat = Chat.read(folder("qwen_vl/model"), QwenTokenizer.open(folder("qwen_vl/model")));
    for (List<Message> messages :
        List.of(List.<Message>of(), List.of(ANSWER), List.of(AGAIN, AGAIN, AGAIN)))
      assertThatThrownBy(() -> chat.prompt(messages))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("user and assistant in turn");
  }

  @Test
  @Tag("native")
  void read_noTemplate_llavasFormOrAdvice() throws IOException {
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llava\"}");
    try (Tokenizer tokenizer = Tokenizer.open(folder("tokenizer_llama2_style"))) {
      int[] prompt = Chat.read(folder, tokenizer).prompt(List.of(QUESTION));
      assertThat(prompt).startsWith(1).contains(512);
      assertThat(tokenizer.decode(prompt))
          .contains(" USER: ")
          .endsWith("\nWhat is shown? ASSISTANT:");
      Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"llama\"}");
      assertThatThrownBy(() -> Chat.read(folder, tokenizer))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("put the model's own there as chat_template.jinja");
    }
  }

  @Test
  @Tag("native")
  void response_template_endsOnce() {
    try (Tokenizer tokenizer = Tokenizer.open(folder("llama3/model"))) {
      Chat chat = Chat.read(folder("llama3/model"), tokenizer);
      int[] response = chat.response(List.of(AGAIN), "Yes.");
      assertThat(response).isEqualTo(tokenizer.encode("Yes.<|eot_id|>"));
      assertThat(chat.ends()).containsExactly(508);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{}                        ; {'eos_token_id': 508}",
        "{'eos_token': '<|end|>'}  ; {'eos_token_id': [508, 507]}",
        "{'eos_token': '<|eot_id|>'} ; {'eos_token_id': [507, 508]}",
      })
  @Tag("native")
  void response_endToken_isTheTokenizersElseTheModels(String tokenizer, String model)
      throws IOException {
    write("tokenizer_config.json", tokenizer);
    write("generation_config.json", model);
    assertThat(answered()).endsWith(508);
  }

  @Test
  @Tag("native")
  void response_noEndTokenAnywhere_isRefusedWithAdvice() {
    assertThatThrownBy(this::answered)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE))
        .hasMessageContaining("put its eos_token into tokenizer_config.json");
  }

  /** The ids of an answer by a template that writes no end. */
  private int[] answered() throws IOException {
    Files.copy(folder("llama3/model").resolve("tokenizer.json"), folder.resolve("tokenizer.json"));
    Files.writeString(folder.resolve("chat_template.jinja"), "{{ messages[-1].content }}");
    try (Tokenizer tokenizer = Tokenizer.open(folder)) {
      return Chat.read(folder, tokenizer).response(List.of(AGAIN), "Yes.");
    }
  }

  @Test
  void find_endlessTemplate_isRefusedUnread() throws IOException {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve("chat_template.jinja").toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertThatThrownBy(this::find)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("chat_template.jinja has 1099511627776 bytes");
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }

  private ChatTemplate find() {
    return ChatTemplate.find(folder, TOKENS).orElseThrow();
  }
}
