package decompgen.torch.text;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.FileLimit;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.template.Refusal;
import decompgen.torch.template.Template;
import decompgen.torch.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint's Jinja template, rendered as transformers does.
 *
 * <p>Whether it takes a message's content as a string or as parts is seen by rendering one of each.
 */
final class ChatTemplate {
  private static final String PROBE = "\u2400probe\u2400";

  /** The form in which LLaVA-1.5 was trained (Liu et al. 2023, released code, vicuna_v1). */
  private static final String VICUNA =
      """
      {%- if messages[0].role == 'system' %}{{ messages[0].content }}{% set messages = messages[1:] %}
      {%- else %}A chat between a curious user and an artificial intelligence assistant. The assistant gives \
      helpful, detailed, and polite answers to the user's questions.
      {%- endif %}{{ ' ' }}
      {%- for message in messages %}
      {%- if message.role == 'user' %}{{ 'USER: ' + message.content + ' ' }}
      {%- elif message.role == 'assistant' %}{{ 'ASSISTANT: ' + message.content + eos_token }}
      {%- else %}{{ raise_exception('only the first message may be the system\\'s') }}
      {%- endif %}
      {%- endfor %}
      {%- if add_generation_prompt %}{{ 'ASSISTANT:' }}{% endif %}""";

  private final Path file;
  private final Template template;
  private final Map<String, String> tokens;
  private final boolean takesStrings;
  private final boolean takesParts;

  private ChatTemplate(Path file, String source, SpecialTokens tokens) {
    this.file = file;
    this.tokens = tokens.texts();
    try {
      template = Template.parse(source);
    } catch (TemplateException notUnderstood) {
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          file + ": chat_template, " + notUnderstood.getMessage(),
          notUnderstood);
    }
    takesStrings = shows(PROBE);
    takesParts = shows(List.of(Map.of("type", "text", "text", PROBE)));
  }

  /**
   * The template of a folder: chat_template.jinja, chat_template.json, processor_config.json or
   * tokenizer_config.json; of several the one named default.
   *
   * @throws Failure MODEL_UNREADABLE, naming file and line
   */
  static Optional<ChatTemplate> find(Path folder, SpecialTokens tokens) {
    Path alone = folder.resolve("chat_template.jinja");
    if (Files.exists(alone)) return Optional.of(new ChatTemplate(alone, content(alone), tokens));
    for (String name :
        List.of("chat_template.json", "processor_config.json", "tokenizer_config.json")) {
      Optional<JsonFile> json =
          JsonFile.readIfThere(folder.resolve(name)).filter(it -> it.has("chat_template"));
      if (json.isPresent())
        return Optional.of(new ChatTemplate(json.get().file(), source(json.get()), tokens));
    }
    return Optional.empty();
  }

  /** LLaVA-1.5's original form, for checkpoints without a template. */
  static ChatTemplate vicuna(SpecialTokens tokens) {
    Map<String, String> texts = new HashMap<>(Map.of("eos_token", "</s>"));
    texts.putAll(tokens.texts());
    SpecialTokens known = new SpecialTokens(texts, tokens.bos(), tokens.end(), tokens.eos());
    return new ChatTemplate(Path.of("vicuna"), VICUNA, known);
  }

  private static String content(Path file) {
    try {
      FileLimit.require(file);
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new Failure(ErrorCode.MODEL_UNREADABLE, file + ": " + unreadable, unreadable);
    }
  }

  private static String source(JsonFile file) {
    JsonNode templates = file.json().get("chat_template");
    if (templates.isTextual()) return templates.textValue();
    List<String> names = new ArrayList<>();
    for (JsonNode template : templates) {
      if (!template.path("template").isTextual())
        throw file.refuse("chat_template", "has an entry without template.");
      if (template.path("name").asText().equals("default") || templates.size() == 1)
        return template.get("template").textValue();
      names.add(template.path("name").asText());
    }
    throw file.refuse("chat_template", "has " + names + ", none of them named default.");
  }

  private boolean shows(Object content) {
    try {
      List<?> asked = List.of(Map.of("role", "user", "content", content));
      String text = rendered(asked, true, Clock.systemUTC());
      return text.contains(PROBE) && !text.contains("'" + PROBE) && !text.contains("\"" + PROBE);
    } catch (TemplateException | Refusal unwanted) {
      return false;
    }
  }

  /**
   * @param addGenerationPrompt whether the assistant's answer is to follow
   * @param clock tells the day, which some templates write
   * @throws Failure REQUEST_INVALID when the template refuses the messages or cannot render them
   */
  String render(List<Message> messages, boolean addGenerationPrompt, Clock clock) {
    try {
      return rendered(messages.stream().map(this::value).toList(), addGenerationPrompt, clock);
    } catch (Refusal refusal) {
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          "The model's chat template refuses the messages: " + refusal.getMessage(),
          refusal);
    } catch (TemplateException unfit) {
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          file + ": chat_template cannot write these messages: " + unfit.getMessage(),
          unfit);
    }
  }

  private String rendered(List<?> messages, boolean addGenerationPrompt, Clock clock) {
    Map<String, Object> variables = new HashMap<>(tokens);
    variables.put("messages", messages);
    variables.put("add_generation_prompt", addGenerationPrompt);
    return template.render(variables, clock);
  }

  private Map<String, Object> value(Message message) {
    boolean parts = takesParts && (!message.images().isEmpty() || !takesStrings);
    return Map.of(
        "role", message.role().word(), "content", parts ? parts(message) : string(message));
  }

  private static List<Map<String, String>> parts(Message message) {
    return message.content().stream()
        .map(
            part ->
                switch (part) {
                  case Message.Part.Text(String text) -> Map.of("type", "text", "text", text);
                  case Message.Part.Image _ -> Map.of("type", "image");
                })
        .toList();
  }

  /** Pictures first, each on a line of its own, as LLaVA was trained. */
  private String string(Message message) {
    String image = tokens.getOrDefault("image_token", "<image>") + "\n";
    return image.repeat(message.images().size()) + message.text();
  }
}
