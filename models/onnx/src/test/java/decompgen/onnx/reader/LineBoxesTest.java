package decompgen.onnx.reader;

import static java.util.Comparator.comparingDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBoxesTest {
  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;

  @Test
  void unclipped_boxOfTwentyByFive_grownByAreaRatioOverPerimeter() {
    // 20 * 5 * 1.6 / 50 = 3.2 on every side
    var core = new TiltedBox(new Point(0, 0), 20, 5, 1, 0);
    TiltedBox line = LineBoxes.unclipped(core, 1.6);
    assertThat(line.along()).isCloseTo(26.4, within(1e-9));
    assertThat(line.across()).isCloseTo(11.4, within(1e-9));
  }

  /**
   * Corners from RapidOCR 1.3.25 (PP-OCR's own post-processing) for the same map, halved from its
   * picture of 256 by 192. It rounds corners to whole pixels, ours do not: hence the tolerance. Its
   * fourth box is {@link #in_speck_kept}'s.
   */
  @Test
  void in_mapWithFourIslands_cornersOfTheReference() {
    float[] map = empty();
    fill(map, new TiltedBox(new Point(30, 20), 40, 10, 1, 0), .9f);
    fill(map, tilted(85, 45, 50, 12, 30), .8f);
    fill(map, new TiltedBox(new Point(20, 70), 8, 30, 1, 0), .7f);
    fill(map, new TiltedBox(new Point(100, 85), 20, 8, 1, 0), .33f); // ink, yet too weak a line
    List<TiltedBox> lines = found(map);
    assertThat(lines).hasSize(3);
    assertCorners(lines.get(0), 63, 15, 122, 49, 107, 75, 48, 41);
    assertCorners(lines.get(1), 3, 8, 57, 8, 57, 33, 3, 33);
    assertCorners(lines.get(2), 10, 49, 31, 49, 31, 92, 10, 92);
  }

  @Test
  void mean_ofCores_scoresOfTheReference() {
    float[] values = empty();
    fill(values, new TiltedBox(new Point(30, 20), 40, 10, 1, 0), .9f);
    var map = new ProbabilityMap(WIDTH, HEIGHT, values);
    TiltedBox core = TiltedBox.around(map.islands(map.inked(.3), 10).getFirst());
    // 41 by 11 pixels of .9, spread to 42 by 12: (451 * .9 + 53 * .05) / 504
    assertThat(map.mean(core)).isCloseTo(.8106, within(1e-4));
  }

  @Test
  void in_speck_kept() {
    float[] map = empty();
    fill(map, new TiltedBox(new Point(64, 5), 2, 2, 1, 0), .9f);
    assertThat(found(map)).hasSize(1); // 3 by 3 pixels, spread to 4 by 4: a core of side 3
  }

  @Test
  void in_tinySpeck_dropped() {
    float[] map = empty();
    map[5 * WIDTH + 64] = .9f;
    assertThat(found(map)).isEmpty();
  }

  @Test
  void in_emptyMap_none() {
    assertThat(found(empty())).isEmpty();
  }

  @Test
  void in_mapAllText_oneLineOfTheWholeMap() {
    float[] map = empty();
    Arrays.fill(map, 1);
    assertThat(found(map)).hasSize(1);
  }

  @Test
  void in_moreLinesThanAllowed_largestKept() {
    float[] map = empty();
    for (int i = 0; i < 5; i++)
      fill(map, new TiltedBox(new Point(40, 10 + 18 * i), 20 + 8 * i, 6, 1, 0), .9f);
    var settings = new ReaderSettings(736, 1280, 320, .3, .5, 1.6, 2, 6, .9, .5);
    List<TiltedBox> lines = new LineBoxes(settings).in(new ProbabilityMap(WIDTH, HEIGHT, map));
    assertThat(lines).extracting(line -> Math.round(line.centre().y())).containsExactly(83L, 65L);
  }

  private static List<TiltedBox> found(float[] map) {
    return new LineBoxes(ReaderSettings.DEFAULTS).in(new ProbabilityMap(WIDTH, HEIGHT, map));
  }

  private static float[] empty() {
    float[] map = new float[WIDTH * HEIGHT];
    Arrays.fill(map, .05f);
    return map;
  }

  private static void fill(float[] map, TiltedBox box, float probability) {
    for (int at = 0; at < map.length; at++)
      if (box.holds(at % WIDTH, at / WIDTH, 0)) map[at] = probability;
  }

  private static TiltedBox tilted(double x, double y, double along, double across, double degrees) {
    double angle = Math.toRadians(degrees);
    return new TiltedBox(new Point(x, y), along, across, Math.cos(angle), Math.sin(angle));
  }

  /** Every corner is within 1.5 pixels of one expected. */
  private static void assertCorners(TiltedBox line, double... xy) {
    for (int i = 0; i < xy.length; i += 2) {
      var expected = new Point(xy[i], xy[i + 1]);
      Point nearest =
          line.corners().stream().min(comparingDouble(expected::distance)).orElseThrow();
      assertThat(nearest.distance(expected)).as("%s of %s", expected, line).isLessThan(1.5);
    }
  }
}
