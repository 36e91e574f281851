package decompgen.loadtests.language;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Sentence;
import decompgen.loadtests.Timings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** What a sentence takes a decomposer that is warm. */
final class Pace {
  private Pace() {}

  /** One line for people; the texts have been decomposed before. */
  static String of(Decomposer decomposer, Collection<String> texts) {
    DoubleStream.Builder millis = DoubleStream.builder();
    for (String text : texts) {
      List<Claim> before = new ArrayList<>();
      for (Sentence sentence : decomposer.sentences(text)) {
        long began = System.nanoTime();
        before.addAll(decomposer.decompose(sentence, List.copyOf(before)));
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    Timings timings = Timings.of(millis.build());
    return "%d sentences when warm: mean %.2f ms, median %.2f, p95 %.2f"
        .formatted(timings.count(), timings.mean(), timings.median(), timings.percentile(95));
  }
}
