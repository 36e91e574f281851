package decompgen.language.extract;

import decompgen.language.parse.Token;
import java.util.List;

/**
 * A mention of something that can be seen.
 *
 * @param head its noun or pronoun
 * @param words determiner where it stands next, compound parts and head, in order
 * @param noun what it is called: compound parts and the head's lemma, lower case
 * @param presence whether the mention says that it is there
 */
record Thing(Token head, List<Token> words, String noun, Presence presence) {
  /** What a mention says of a thing's being there. */
  enum Presence {
    THERE,
    /** It is taken for granted: "the dog", "it". */
    GIVEN,
    /** There is none. */
    DENIED,
    /** In a denied statement, without being there itself: "is not wearing a hat". */
    HYPOTHETICAL,
    /** Words to be read, which a text claim says are there. */
    READ,
    /** The background, which every picture has. */
    PICTURE
  }

  Thing {
    words = List.copyOf(words);
  }

  /** Whether the mention says that it is there, or takes it for granted. */
  boolean there() {
    return presence == Presence.THERE || given();
  }

  /** Whether it is more than the picture's background. */
  boolean seen() {
    return presence != Presence.PICTURE;
  }

  boolean given() {
    return presence == Presence.GIVEN;
  }

  boolean denied() {
    return presence == Presence.DENIED;
  }

  boolean hypothetical() {
    return presence == Presence.HYPOTHETICAL;
  }

  boolean read() {
    return presence == Presence.READ;
  }

  /** The "no" of "wears no hat", where it denies what is said, not the thing; none otherwise. */
  List<Token> denials() {
    return hypothetical()
        ? words.stream().filter(word -> Denials.NONE.contains(word.lower())).toList()
        : List.of();
  }

  /** The words without an article. */
  List<Token> name() {
    return words.stream()
        .filter(word -> !word.label().equals("det") || Denials.NONE.contains(word.lower()))
        .toList();
  }

  /** The last word of its name. */
  String kind() {
    return noun.substring(noun.lastIndexOf(' ') + 1);
  }

  boolean person() {
    return Words.in("person", kind());
  }

  boolean living() {
    return person() || Words.in("animal", kind());
  }
}
