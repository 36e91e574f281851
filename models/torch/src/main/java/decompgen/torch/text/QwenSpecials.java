package decompgen.torch.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Qwen-VL's special tokens, which no file names: their ids follow the vocabulary's.
 *
 * @param first id of the first
 * @param texts in the order of their ids
 * @param ids of the texts
 */
record QwenSpecials(int first, List<String> texts, Map<String, Integer> ids) {
  /** Those around a picture's name. */
  static final List<String> IMAGE = List.of("<img>", "</img>", "<imgpad>");

  /**
   * @param ranks tokens of the vocabulary
   */
  static QwenSpecials after(int ranks) {
    List<String> texts =
        Stream.of(
                Stream.of("<|endoftext|>", "<|im_start|>", "<|im_end|>"),
                IntStream.range(0, 205).mapToObj(i -> "<|extra_" + i + "|>"),
                Stream.of("<ref>", "</ref>", "<box>", "</box>", "<quad>", "</quad>"),
                IMAGE.stream())
            .flatMap(tokens -> tokens)
            .toList();
    Map<String, Integer> ids = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) ids.put(texts.get(i), ranks + i);
    return new QwenSpecials(ranks, texts, Map.copyOf(ids));
  }

  /** The text of an id; nothing beyond the last, where the network has room for more. */
  String text(int id) {
    return id < first + texts.size() ? texts.get(id - first) : "";
  }
}
