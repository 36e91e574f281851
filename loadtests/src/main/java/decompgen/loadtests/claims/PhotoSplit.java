package decompgen.loadtests.claims;

import decompgen.domain.benchmark.LabelledSentence;
import java.util.List;

/**
 * A part of the photos by their place among all photos sorted by name, from 0: numbers are fitted
 * on even photos and checked on odd ones.
 */
enum PhotoSplit {
  all,
  even,
  odd;

  List<LabelledSentence> of(List<LabelledSentence> sentences) {
    List<String> photos =
        sentences.stream().map(LabelledSentence::photo).distinct().sorted().toList();
    return sentences.stream().filter(sentence -> holds(photos.indexOf(sentence.photo()))).toList();
  }

  private boolean holds(int place) {
    return switch (this) {
      case all -> true;
      case even -> place % 2 == 0;
      case odd -> place % 2 == 1;
    };
  }
}
