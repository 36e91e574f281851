package decompgen.loadtests.language;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * COCO's classes that a caption names, by CHAIR and by the decomposer's claims, and how many of the
 * claims stand where their spans say.
 */
record Caption(String text, Set<String> chair, Set<String> ours, int claims, int placed) {
  Caption {
    chair = Set.copyOf(chair);
    ours = Set.copyOf(ours);
  }

  static Caption of(String text, Decomposer decomposer, ChairWords words) {
    List<Claim> claims = new ArrayList<>();
    int placed = 0;
    for (Sentence sentence : decomposer.sentences(text)) {
      List<Claim> added = decomposer.decompose(sentence, List.copyOf(claims));
      placed += (int) added.stream().filter(claim -> placed(claim, sentence, text)).count();
      claims.addAll(added);
    }
    Set<String> ours = new TreeSet<>();
    for (Claim claim : claims) for (String noun : claim.nouns()) ours.addAll(words.classesIn(noun));
    return new Caption(text, words.classesIn(text), ours, claims.size(), placed);
  }

  /** What CHAIR names and the claims do not. */
  Set<String> missed() {
    return without(chair, ours);
  }

  /** What the claims name and CHAIR does not. */
  Set<String> extra() {
    return without(ours, chair);
  }

  /** Whether the spans cut whole words out of the sentence, among them all words of the claim. */
  static boolean placed(Claim claim, Sentence sentence, String text) {
    Set<String> cut = new HashSet<>();
    for (Span span : claim.basis().spans()) {
      if (span.start() < sentence.span().start() || span.end() > sentence.span().end())
        return false;
      String words = span.cut(text);
      if (words.isEmpty() || !words.equals(words.strip())) return false;
      cut.addAll(List.of(words.split("\\s+")));
    }
    return cut.containsAll(List.of(claim.basis().text().split("\\s+")));
  }

  private static Set<String> without(Set<String> all, Set<String> known) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(known);
    return left;
  }
}
