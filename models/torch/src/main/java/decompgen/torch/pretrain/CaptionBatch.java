package decompgen.torch.pretrain;

import java.util.Arrays;
import java.util.List;

/**
 * Prompts and captions as token ids, cut at the picture: what stands before it is the same in all.
 *
 * @param before ids before the picture
 * @param after ids after it, [rows · length], padded with 0
 * @param targets what each of them should be followed by, {@value #NOTHING} in prompt and padding
 * @param length tokens of a row of {@code after}
 */
@SuppressWarnings("ArrayRecordComponent") // tensors' contents, compared nowhere
record CaptionBatch(long[] before, long[] after, long[] targets, int length) {
  /** What cross-entropy leaves out. */
  static final long NOTHING = -100;

  /**
   * A prompt with its caption.
   *
   * @param prompt ids with one image token
   * @param caption ids, the end token included
   */
  record Row(int[] prompt, int[] caption) {}

  static CaptionBatch of(List<Row> rows, int imageToken) {
    int[] first = rows.getFirst().prompt();
    int image = 0;
    while (first[image] != imageToken) image++;
    int cut = image + 1;
    int length =
        rows.stream().mapToInt(r -> r.prompt().length - cut + r.caption().length).max().orElse(0);
    long[] after = new long[rows.size() * length];
    long[] targets = new long[rows.size() * length];
    Arrays.fill(targets, NOTHING);
    for (int i = 0; i < rows.size(); i++) {
      int[] prompt = rows.get(i).prompt();
      int[] caption = rows.get(i).caption();
      int at = i * length;
      for (int j = cut; j < prompt.length; j++) after[at++] = prompt[j];
      for (int token : caption) {
        targets[at - 1] = token;
        after[at++] = token;
      }
    }
    long[] before = Arrays.stream(first, 0, image).asLongStream().toArray();
    return new CaptionBatch(before, after, targets, length);
  }

  int rows() {
    return after.length / length;
  }
}
