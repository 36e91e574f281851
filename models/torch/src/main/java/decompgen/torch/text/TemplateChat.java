package decompgen.torch.text;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A conversation written by a chat template, as TRL writes pairs: prompt and answer apart. */
record TemplateChat(ChatTemplate template, Tokenizer tokenizer, Clock clock) implements Chat {
  @Override
  public int[] prompt(List<Message> messages) {
    return tokenizer.encodePrompt(template.render(messages, true, clock));
  }

  @Override
  public int[] response(List<Message> messages, String text) {
    List<Message> answered = new ArrayList<>(messages);
    answered.add(Message.of(Message.Role.ASSISTANT, text));
    String prompt = template.render(messages, true, clock);
    String whole = template.render(answered, false, clock);
    return ended(
        tokenizer.encode(whole.startsWith(prompt) ? whole.substring(prompt.length()) : text));
  }

  private int[] ended(int[] ids) {
    if (ids.length > 0 && ends().contains(ids[ids.length - 1])) return ids;
    int[] ended = Arrays.copyOf(ids, ids.length + 1);
    ended[ids.length] = end();
    return ended;
  }

  /** The tokenizer's own, for a model may know several. */
  private int end() {
    SpecialTokens special = tokenizer.specialTokens();
    if (special.end() != null) return special.end();
    if (!special.eos().isEmpty()) return special.eos().getFirst();
    throw new Failure(
        ErrorCode.MODEL_UNREADABLE,
        "the checkpoint names no token that ends a response: put its eos_token into tokenizer_config.json");
  }

  @Override
  public Chat at(Clock other) {
    return new TemplateChat(template, tokenizer, other);
  }

  @Override
  public Set<Integer> ends() {
    return Set.copyOf(tokenizer.specialTokens().eos());
  }
}
