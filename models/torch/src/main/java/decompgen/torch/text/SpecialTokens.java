package decompgen.torch.text;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that are no text.
 *
 * @param texts by name as chat templates know them, such as {@code bos_token}
 * @param bos starts a sequence; absent when the tokenizer adds none
 * @param end the tokenizer's own {@code eos_token}; absent when it has none
 * @param eos each of them ends a response
 */
public record SpecialTokens(
    Map<String, String> texts, @Nullable Integer bos, @Nullable Integer end, List<Integer> eos) {
  public SpecialTokens {
    texts = Map.copyOf(texts);
    eos = List.copyOf(eos);
  }
}
