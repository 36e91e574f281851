package decompgen.language.parse;

/**
 * A word with its grammar.
 *
 * @param index place in the sentence, from 0
 * @param start first char in the text
 * @param end one past the last char
 * @param said what is written, in lower case: "stop sign" where only "sign" was parsed
 * @param lemma base form, lower case
 * @param tag part of speech as in the Penn Treebank
 * @param head index of the word it depends on, -1 for the root
 * @param label kind of the dependency as in ClearNLP: nsubj, dobj, prep, pobj…
 */
public record Token(
    int index,
    int start,
    int end,
    String form,
    String said,
    String lemma,
    String tag,
    int head,
    String label) {

  /** The same so many places further on. */
  Token shifted(int by) {
    int governor = head < 0 ? head : head + by;
    return new Token(index + by, start, end, form, said, lemma, tag, governor, label);
  }

  /** What is written, in lower case. */
  public String lower() {
    return said;
  }

  public boolean noun() {
    return tag.startsWith("NN");
  }

  public boolean verb() {
    return tag.startsWith("VB");
  }

  public boolean adjective() {
    return tag.startsWith("JJ");
  }
}
