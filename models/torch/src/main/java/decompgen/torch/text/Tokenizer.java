package decompgen.torch.text;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns text into a checkpoint's token ids and back; safe for several threads until it is closed.
 */
public sealed interface Tokenizer extends AutoCloseable permits HubTokenizer, QwenTokenizer {

  /**
   * The tokenizer of a checkpoint's folder: tokenizer.json, or Qwen-VL's qwen.tiktoken.
   *
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE, naming file and key
   */
  static Tokenizer open(Path folder) {
    boolean tiktoken = Files.exists(folder.resolve(TiktokenFile.NAME));
    return tiktoken && !Files.exists(folder.resolve(HubTokenizer.FILE))
        ? QwenTokenizer.open(folder)
        : HubTokenizer.open(folder);
  }

  /** The ids of a text alone; special tokens written in it are recognised. */
  int[] encode(String text);

  /** The ids of a text that starts a sequence: with what the tokenizer puts before it, once. */
  int[] encodePrompt(String text);

  /** The text of ids; broken UTF-8 gives U+FFFD. Special tokens are left out. */
  String decode(int[] ids);

  SpecialTokens specialTokens();

  /** A decoder of one response that is being written. */
  default TextStream stream() {
    return new TextStream(this);
  }

  @Override
  void close();
}
