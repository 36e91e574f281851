package decompgen.language.extract;

import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import decompgen.language.parse.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Where the words of a sentence stand in its response, in code points. */
final class Places {
  private final Sentence sentence;

  Places(Sentence sentence) {
    this.sentence = sentence;
  }

  /** The stretches that words in order cover; words with only blanks between are one stretch. */
  List<Span> spans(Collection<Token> words) {
    List<int[]> stretches = new ArrayList<>();
    for (Token word : words) {
      if (!stretches.isEmpty() && blank(stretches.getLast()[1], word.start()))
        stretches.getLast()[1] = Math.max(stretches.getLast()[1], word.end());
      else stretches.add(new int[] {word.start(), word.end()});
    }
    return stretches.stream().map(s -> new Span(place(s[0]), place(s[1]))).toList();
  }

  /** The words under the spans, with one blank between stretches. */
  String cut(List<Span> spans) {
    int start = sentence.span().start();
    return spans.stream()
        .map(span -> new Span(span.start() - start, span.end() - start).cut(sentence.text()))
        .collect(Collectors.joining(" "));
  }

  private boolean blank(int from, int to) {
    return to <= from || sentence.text().substring(from, to).isBlank();
  }

  private int place(int offset) {
    return sentence.span().start() + sentence.text().codePointCount(0, offset);
  }
}
