package decompgen.torch.world;

import java.util.Map;

/**
 * A noun as it is counted.
 *
 * @param one after "a", such as "pair of scissors"
 * @param many after "two"
 */
record NounForms(String one, String many) {
  private static final Map<String, NounForms> IRREGULAR =
      Map.of(
          "person", new NounForms("person", "people"),
          "sheep", new NounForms("sheep", "sheep"),
          "broccoli", new NounForms("piece of broccoli", "pieces of broccoli"),
          "scissors", new NounForms("pair of scissors", "pairs of scissors"));

  static NounForms of(String noun) {
    NounForms irregular = IRREGULAR.get(noun);
    if (irregular != null) return irregular;
    int tail = noun.contains(" of ") ? noun.indexOf(" of ") : noun.length();
    String head = noun.substring(0, tail);
    boolean hissing = head.endsWith("s") || head.endsWith("ch");
    return new NounForms(noun, head + (hissing ? "es" : "s") + noun.substring(tail));
  }
}
