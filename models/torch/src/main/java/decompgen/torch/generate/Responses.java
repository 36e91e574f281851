package decompgen.torch.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The tokens chosen so far, and which rows have ended. */
final class Responses {
  private final List<TokenSampler> samplers;
  private final List<IntStream.Builder> written = new ArrayList<>();
  private final int[] lengths;
  private final boolean[] done;
  private final Ending ending;
  private int going;

  /**
   * @param samplers one a row
   */
  Responses(List<TokenSampler> samplers, Ending ending) {
    this.samplers = samplers;
    this.ending = ending;
    this.lengths = new int[samplers.size()];
    this.done = new boolean[samplers.size()];
    this.going = samplers.size();
    for (int i = 0; i < going; i++) written.add(IntStream.builder());
  }

  /** What ends a row: an end token, the sink's word, or its length. */
  record Ending(Set<Integer> ends, TokenSink sink, int maxTokens) {}

  boolean allDone() {
    return going == 0;
  }

  boolean done(int row) {
    return done[row];
  }

  /**
   * Chooses the next token of each row that goes on.
   *
   * @param logits [batch][V]
   * @param rows the row of each index of the batch
   * @return the token of each index; 0 where a row is done
   */
  long[] choose(float[][] logits, int[] rows) {
    long[] chosen = new long[rows.length];
    for (int i = 0; i < rows.length; i++)
      if (!done[rows[i]]) chosen[i] = choose(logits[i], rows[i]);
    return chosen;
  }

  private int choose(float[] logits, int row) {
    int token = samplers.get(row).next(logits);
    if (ending.ends().contains(token)) {
      end(row);
      return token;
    }
    written.get(row).add(token);
    if (!ending.sink().take(row, token) || ++lengths[row] == ending.maxTokens()) end(row);
    return token;
  }

  private void end(int row) {
    done[row] = true;
    going--;
  }

  /** The tokens of each row. */
  List<int[]> written() {
    return written.stream().map(tokens -> tokens.build().toArray()).toList();
  }
}
