package decompgen.torch.text;

/**
 * A piece of a text.
 *
 * @param text as the vocabulary writes it
 * @param from offset in Unicode code points of the encoded text
 * @param to exclusive; equal to {@code from} for tokens that were added
 */
public record Token(int id, String text, int from, int to) {}
