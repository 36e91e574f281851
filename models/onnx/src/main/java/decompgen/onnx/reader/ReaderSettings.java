package decompgen.onnx.reader;

import decompgen.domain.error.Range;
import decompgen.domain.score.Fingerprint;
import java.util.List;

/**
 * How the reader reads; the reasons of {@link #DEFAULTS} are in DECISIONS.
 *
 * @param shortSidePixels the shorter side of a picture is enlarged to this for finding lines
 * @param longSidePixels the longer side is never larger than this for finding lines, at least 32
 * @param afarPixels longer side of the second look, which finds large letters; 0 for no second look
 * @param inkThreshold probability above which a pixel belongs to text, in [0,1]
 * @param lineThreshold least mean probability of a line's pixels, in [0,1]
 * @param unclipRatio by how much the found core of a line is grown: distance = area * ratio /
 *     perimeter (Liao et al. 2020, section 3.5)
 * @param maxLines lines read of one picture, the largest first
 * @param maxBatch lines in one run of the recogniser, whatever pictures they come from
 * @param turnThreshold probability of standing upside down above which a line is read that way too,
 *     the more confident reading counting; 1 never turns any
 * @param leastConfidence lines read with less are told as unread, in [0,1]
 */
public record ReaderSettings(
    int shortSidePixels,
    int longSidePixels,
    int afarPixels,
    double inkThreshold,
    double lineThreshold,
    double unclipRatio,
    int maxLines,
    int maxBatch,
    double turnThreshold,
    double leastConfidence) {
  public static final ReaderSettings DEFAULTS =
      new ReaderSettings(640, 1280, 320, .3, .3, 1.6, 100, 6, .9, .6);

  public ReaderSettings {
    Range.check(
        32 <= shortSidePixels && shortSidePixels <= longSidePixels,
        "short-side-pixels",
        shortSidePixels,
        "32 to long-side-pixels, " + longSidePixels);
    Range.check(longSidePixels <= 4096, "long-side-pixels", longSidePixels, "up to 4096");
    Range.check(
        0 <= afarPixels && afarPixels <= longSidePixels,
        "afar-pixels",
        afarPixels,
        "0 to long-side-pixels, " + longSidePixels);
    requireShare("ink-threshold", inkThreshold);
    requireShare("line-threshold", lineThreshold);
    Range.check(0 <= unclipRatio && unclipRatio <= 10, "unclip-ratio", unclipRatio, "0 to 10");
    Range.check(1 <= maxLines && maxLines <= 1000, "max-lines", maxLines, "1 to 1000");
    Range.check(1 <= maxBatch && maxBatch <= 64, "max-batch", maxBatch, "1 to 64");
    requireShare("turn-threshold", turnThreshold);
    requireShare("least-confidence", leastConfidence);
  }

  /**
   * Nothing for the defaults, else {@code +} and eight hex digits that differ with every setting
   * that changes answers; batches do not.
   */
  String mark() {
    ReaderSettings mattering = batching(DEFAULTS.maxBatch);
    return mattering.equals(DEFAULTS)
        ? ""
        : "+" + Fingerprint.of(List.of(mattering.toString())).value().substring(0, 8);
  }

  private ReaderSettings batching(int lines) {
    return new ReaderSettings(
        shortSidePixels,
        longSidePixels,
        afarPixels,
        inkThreshold,
        lineThreshold,
        unclipRatio,
        maxLines,
        lines,
        turnThreshold,
        leastConfidence);
  }

  private static void requireShare(String key, double value) {
    Range.check(0 <= value && value <= 1, key, value, "0 to 1");
  }
}
