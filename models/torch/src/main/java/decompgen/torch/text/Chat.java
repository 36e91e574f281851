package decompgen.torch.text;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** How a checkpoint writes a conversation in token ids. */
public sealed interface Chat permits TemplateChat, QwenChat {

  /**
   * The chat of a checkpoint's folder: Qwen-VL's, its chat template, or LLaVA-1.5's original form.
   *
   * @throws Failure MODEL_UNREADABLE when there is none, or its template is broken
   */
  static Chat read(Path folder, Tokenizer tokenizer) {
    if (tokenizer instanceof QwenTokenizer qwen) return QwenChat.read(folder, qwen);
    return ChatTemplate.find(folder, tokenizer.specialTokens())
        .<Chat>map(template -> new TemplateChat(template, tokenizer, Clock.systemDefaultZone()))
        .orElseGet(() -> original(folder, tokenizer));
  }

  private static Chat original(Path folder, Tokenizer tokenizer) {
    JsonNode type = JsonFile.read(folder.resolve("config.json")).json().path("model_type");
    if (Set.of("llava", "llava_llama").contains(type.asText()))
      return new TemplateChat(
          ChatTemplate.vicuna(tokenizer.specialTokens()), tokenizer, Clock.systemDefaultZone());
    throw new Failure(
        ErrorCode.MODEL_UNREADABLE,
        folder + " has no chat template: put the model's own there as chat_template.jinja.");
  }

  /**
   * The ids up to where the assistant's answer starts.
   *
   * @throws Failure REQUEST_INVALID when the conversation cannot be written so
   */
  int[] prompt(List<Message> messages);

  /**
   * The ids of an answer to these messages, with the token that ends it.
   *
   * @throws Failure REQUEST_INVALID when the conversation cannot be written so; MODEL_UNREADABLE
   *     when the checkpoint names no token that ends one
   */
  int[] response(List<Message> messages, String text);

  /** The same chat on another day, which its template may write into a prompt. */
  Chat at(Clock clock);

  /** The tokens each of which ends an answer. */
  Set<Integer> ends();
}
