package decompgen.language.extract;

import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;

/** Parts notes about poses, which run on from limb to limb: "left arm up right arm straight". */
final class Poses {
  private Poses() {}

  /** Whether each part speaks of a limb. */
  static boolean are(List<List<Word>> parts) {
    return parts.stream().allMatch(part -> part.stream().anyMatch(Poses::limb));
  }

  /** The parts cut once more before each limb that begins anew; "and" before it is left out. */
  static List<List<Word>> parts(List<List<Word>> parts) {
    List<List<Word>> cut = new ArrayList<>();
    for (List<Word> part : parts) {
      cut.add(new ArrayList<>());
      for (int i = 0; i < part.size(); i++)
        if (begins(part, i)) cut.add(new ArrayList<>(List.of(part.get(i))));
        else if (!(part.get(i).said().equals("and") && begins(part, i + 1)))
          cut.getLast().add(part.get(i));
    }
    return cut;
  }

  /** "Left arm" after what was said of another, but not after "with" or "touching". */
  private static boolean begins(List<Word> part, int at) {
    if (at < 2 || at + 1 >= part.size()) return false;
    boolean sided = part.get(at).said().matches("left|right|both") && limb(part.get(at + 1));
    boolean joined = part.get(at - 1).said().equals("and") && limb(part.get(at));
    String before = part.get(at - 1).said();
    boolean free = before.equals("and") || !EnglishWords.joint(before) && !before.endsWith("ing");
    return (sided || joined) && free && part.subList(0, at).stream().anyMatch(Poses::limb);
  }

  private static boolean limb(Word word) {
    String said = word.said();
    return Words.in("body", said) || Words.in("body", said.replaceFirst("s$", ""));
  }
}
