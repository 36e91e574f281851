package decompgen.torch.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A conversation written by a chat template, as TRL writes pairs: prompt and answer apart. */
record TemplateChat(ChatTemplate template, Tokenizer tokenizer) implements Chat {
  @Override
  public int[] prompt(List<Message> messages) {
    return tokenizer.encodePrompt(template.render(messages, true));
  }

  @Override
  public int[] response(List<Message> messages, String text) {
    List<Message> answered = new ArrayList<>(messages);
    answered.add(Message.of(Message.Role.ASSISTANT, text));
    String prompt = template.render(messages, true);
    String whole = template.render(answered, false);
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
    String text = tokenizer.specialTokens().texts().get("eos_token");
    return text == null ? tokenizer.specialTokens().eos().getFirst() : tokenizer.encode(text)[0];
  }

  @Override
  public Set<Integer> ends() {
    return Set.copyOf(tokenizer.specialTokens().eos());
  }
}
