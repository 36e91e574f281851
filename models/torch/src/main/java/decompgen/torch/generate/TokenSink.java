package decompgen.torch.generate;

/** Hears the tokens as they are chosen. */
@FunctionalInterface
public interface TokenSink {
  /**
   * Takes one token of one row.
   *
   * @param row prompt · samples + sample
   * @return whether the row goes on
   */
  boolean take(int row, int token);
}
