package decompgen.language.extract;

import decompgen.language.parse.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out what prompts say between commas of how a picture is made, and by whom: "a fox, octane
 * render, 8k, greg rutkowski".
 */
final class Renditions {
  private static final int LONGEST = 4;

  private Renditions() {}

  /** The words without such parts; their commas stay. */
  static List<Word> without(List<Word> words) {
    List<Word> kept = new ArrayList<>();
    List<List<Word>> parts = parts(words);
    for (List<Word> part : parts)
      if (parts.size() == 1 || !rendition(part) && !(part != parts.getFirst() && name(part)))
        kept.addAll(part);
      else if (!kept.isEmpty() && !ends(kept.getLast()))
        part.stream().filter(Renditions::ends).forEach(kept::add);
    return kept;
  }

  /** Cut after commas. */
  static List<List<Word>> parts(List<Word> words) {
    List<List<Word>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (Word word : words) {
      parts.getLast().add(word);
      if (word.form().equals(",")) parts.add(new ArrayList<>());
    }
    return parts;
  }

  private static boolean ends(Word word) {
    return word.form().matches("[,.!]");
  }

  /** "Octane render", "dramatic lighting", "8 k": a phrase without articles. */
  private static boolean rendition(List<Word> part) {
    List<String> said = part.stream().filter(word -> !ends(word)).map(Word::said).toList();
    if (said.isEmpty() || said.size() > LONGEST) return false;
    String phrase = String.join(" ", said).replace(" - ", "-");
    if (phrase.matches("(?:shallow )?depth of field|oil on canvas|\\d+ ?(?:k|mm|p)|f ?/ ?[\\d.]+"))
      return true;
    if (said.stream().anyMatch(EnglishWords::joint)) return false;
    String last = phrase.replaceFirst(" [\\d.]+$", "");
    return Words.in("rendition", last.substring(last.lastIndexOf(' ') + 1))
        || Words.in("rendition", last.replace(' ', '-'));
  }

  /** "Greg rutkowski": two or three words that are not English are somebody's name. */
  private static boolean name(List<Word> part) {
    List<Word> said = part.stream().filter(word -> !ends(word)).toList();
    return said.size() > 1
        && said.size() < LONGEST
        && said.stream().allMatch(word -> word.form().chars().allMatch(Character::isLetter))
        && said.stream().noneMatch(word -> EnglishWords.joint(word.said()))
        && !EnglishWords.form(said.getFirst().said())
        && !EnglishWords.form(said.getLast().said());
  }
}
