package decompgen.torch.text;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Qwen-VL's ChatML: each turn between {@code <|im_start|>} and {@code <|im_end|>}, tokenised piece
 * by piece, so that no text can close its turn.
 *
 * @param window older turns are left out from where system and history would take so many tokens
 */
record QwenChat(QwenTokenizer tokenizer, int window) implements Chat {
  private static final String SYSTEM = "You are a helpful assistant.";

  static QwenChat read(Path folder, QwenTokenizer tokenizer) {
    Optional<JsonFile> generation = JsonFile.readIfThere(folder.resolve("generation_config.json"));
    int window = generation.map(file -> file.positive("max_window_size", 6144)).orElse(6144);
    return new QwenChat(tokenizer, window);
  }

  @Override
  public int[] prompt(List<Message> messages) {
    boolean told = !messages.isEmpty() && messages.getFirst().role() == Message.Role.SYSTEM;
    List<Message> turns = messages.subList(told ? 1 : 0, messages.size());
    requireAlternating(turns);
    int[] system = turn(Message.Role.SYSTEM, told ? messages.getFirst().text() : SYSTEM);
    int[] history = history(turns.subList(0, turns.size() - 1), system.length);
    return joined(system, history, newLine(), turn(turns.getLast()), newLine(), answer());
  }

  private static void requireAlternating(List<Message> turns) {
    boolean good = turns.size() % 2 == 1;
    for (int i = 0; i < turns.size(); i++)
      good &= turns.get(i).role() == (i % 2 == 0 ? Message.Role.USER : Message.Role.ASSISTANT);
    if (!good)
      throw new Failure(
          ErrorCode.REQUEST_INVALID,
          "The messages must be one of the system or none, then user and assistant in turn, the user last.");
  }

  private int[] history(List<Message> turns, int systemTokens) {
    int[] kept = {};
    for (int i = turns.size() - 2; i >= 0; i -= 2) {
      int[] pair = joined(newLine(), turn(turns.get(i)), newLine(), turn(turns.get(i + 1)));
      if (systemTokens + pair.length + kept.length >= window) break;
      kept = joined(pair, kept);
    }
    return kept;
  }

  private int[] turn(Message message) {
    return turn(message.role(), pictures(message) + message.text());
  }

  private static String pictures(Message message) {
    List<String> lines = new ArrayList<>();
    for (String name : message.images())
      lines.add("Picture " + (lines.size() + 1) + ": <img>" + name + "</img>\n");
    return String.join("", lines);
  }

  private int[] turn(Message.Role role, String text) {
    int[] written = tokenizer.encodeWritten(text);
    return joined(start(), tokenizer.encode(role.word()), newLine(), written, end());
  }

  private int[] answer() {
    return joined(start(), tokenizer.encode(Message.Role.ASSISTANT.word()), newLine());
  }

  private int[] start() {
    return new int[] {tokenizer.id("<|im_start|>")};
  }

  private int[] end() {
    return new int[] {tokenizer.id("<|im_end|>")};
  }

  private int[] newLine() {
    return tokenizer.encode("\n");
  }

  private static int[] joined(int[]... parts) {
    return Stream.of(parts).flatMapToInt(Arrays::stream).toArray();
  }

  @Override
  public int[] response(List<Message> messages, String text) {
    return joined(tokenizer.encodeWritten(text), end());
  }

  /** This one: no day is written. */
  @Override
  public Chat at(Clock clock) {
    return this;
  }

  @Override
  public Set<Integer> ends() {
    IntStream ends = IntStream.concat(Arrays.stream(start()), Arrays.stream(end()));
    Stream<Integer> all = Stream.concat(tokenizer.specialTokens().eos().stream(), ends.boxed());
    return all.collect(Collectors.toUnmodifiableSet());
  }
}
