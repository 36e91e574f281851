package decompgen.onnx.reader;

import static java.util.Objects.requireNonNull;

/** What was read in a line. {@code confidence} is the mean probability of its characters. */
record Transcript(String text, double confidence) {
  Transcript {
    requireNonNull(text, "text");
    if (!(0 <= confidence && confidence <= 1))
      throw new IllegalArgumentException("confidence: " + confidence);
  }
}
