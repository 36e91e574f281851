package decompgen.torch.text;

import java.util.Arrays;

/**
 * Decodes one response token by token into whole characters: what a token leaves incomplete waits
 * for the next ones. Not safe for several threads.
 */
public final class TextStream {
  private static final char REPLACEMENT = '\ufffd';

  private final Tokenizer tokenizer;

  /** The last tokens that gave text, then those that wait. */
  private int[] window = {};

  private int given;

  TextStream(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * @return the text that this token completes, often nothing
   */
  public String next(int id) {
    window = Arrays.copyOf(window, window.length + 1);
    window[window.length - 1] = id;
    String fresh = waiting();
    if (fresh.isEmpty() || fresh.charAt(fresh.length() - 1) == REPLACEMENT) return "";
    window = Arrays.copyOfRange(window, given, window.length);
    given = window.length;
    return fresh;
  }

  /**
   * @return what is still incomplete when the response ends, with U+FFFD
   */
  public String end() {
    String rest = waiting();
    given = window.length;
    return rest;
  }

  /** Decoded after the tokens before it, for a decoder may drop the space that starts a text. */
  private String waiting() {
    String before = tokenizer.decode(Arrays.copyOf(window, given));
    return tokenizer.decode(window).substring(before.length());
  }
}
