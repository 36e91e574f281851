package decompgen.language.extract;

import decompgen.language.parse.Token;
import java.util.List;

/**
 * How many of a thing one mention counts.
 *
 * @param noun what is counted: the thing's noun, or "slice of pizza"
 * @param said the words that say so
 * @param value 1 to 20
 */
record Count(Thing thing, String noun, List<Token> said, int value) {
  /** Nobody counts more at a glance. */
  static final int MOST = 20;

  Count {
    if (!(1 <= value && value <= MOST)) throw new IllegalArgumentException("value: " + value);
    said = List.copyOf(said);
  }
}
