package decompgen.onnx.reader;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;

/**
 * The characters that a recogniser knows; its class 0 is blank (Graves et al. 2006).
 *
 * @param symbols the character of each class from class 1
 */
record Alphabet(List<String> symbols) {
  Alphabet {
    symbols = List.copyOf(symbols);
  }

  /**
   * The characters, and a space as the last class; full-width letters and digits, which the
   * recogniser takes for the usual ones now and then, are written as those (Unicode NFKC).
   */
  static Alphabet of(List<String> characters) {
    List<String> symbols = new ArrayList<>();
    for (String character : characters) symbols.add(Normalizer.normalize(character, Form.NFKC));
    symbols.add(" ");
    return new Alphabet(symbols);
  }

  /** Classes with the blank. */
  int classes() {
    return symbols.size() + 1;
  }

  /**
   * The most likely class of each step, without repetitions and blanks.
   *
   * @param probabilities {@code [.., steps, classes]}, read from {@code offset} on
   */
  Transcript decode(float[] probabilities, int offset, int steps) {
    var text = new StringBuilder();
    double sum = 0;
    int characters = 0;
    int previous = 0;
    for (int step = 0; step < steps; step++) {
      int from = offset + step * classes();
      int best = best(probabilities, from);
      if (best != 0 && best != previous) {
        text.append(symbols.get(best - 1));
        sum += probabilities[from + best];
        characters++;
      }
      previous = best;
    }
    return new Transcript(
        text.toString(), characters == 0 ? 0 : Math.clamp(sum / characters, 0, 1));
  }

  private int best(float[] probabilities, int from) {
    int best = 0;
    for (int at = 1; at < classes(); at++)
      if (probabilities[from + at] > probabilities[from + best]) best = at;
    return best;
  }
}
