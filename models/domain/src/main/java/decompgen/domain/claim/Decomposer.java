package decompgen.domain.claim;

import java.util.List;

/** Turns a response into claims, sentence by sentence. Safe for use by several threads at once. */
public interface Decomposer {
  /** Name and version, part of every score's fingerprint: {@code parser/1}. */
  String version();

  /**
   * The sentences of a response in order, at least one for a response that is not blank; markdown
   * and lists are cut too.
   */
  List<Sentence> sentences(String response);

  /**
   * The claims of one sentence in order of appearance, ids from 0, each {@code requires} naming
   * smaller ids of the same list. Spans count from the start of the response. No two say the same.
   *
   * @param before the claims of earlier sentences, for pronouns and definite nouns
   */
  List<Claim> decompose(Sentence sentence, List<Claim> before);
}
