package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.picture.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineFrameTest {
  private static final Point NW = new Point(10, 20);

  @Test
  void of_cornersInAnyOrder_startsAtTheUpperLeft() {
    List<Point> corners = List.of(new Point(50, 30), NW, new Point(10, 30), new Point(50, 20));
    assertThat(LineFrame.of(corners))
        .isEqualTo(new LineFrame(NW, new Point(50, 20), new Point(10, 30)));
  }

  @Test
  void of_standingLine_readFromTopToBottom() {
    List<Point> corners = List.of(NW, new Point(20, 20), new Point(20, 60), new Point(10, 60));
    LineFrame frame = LineFrame.of(corners);
    assertThat(frame).isEqualTo(new LineFrame(new Point(20, 20), new Point(20, 60), NW));
    assertThat(frame.widthPixels()).isEqualTo(40);
    assertThat(frame.heightPixels()).isEqualTo(10);
  }

  @Test
  void bounds_tiltedLine_boxAroundAllCorners() {
    // corners (20,10) (60,40) (14,18) (54,48) of a picture of 100 by 50
    var frame = new LineFrame(new Point(20, 10), new Point(60, 40), new Point(14, 18));
    Box bounds = frame.bounds(100, 50);
    assertThat(bounds.x0()).isCloseTo(.14, within(1e-9));
    assertThat(bounds.y0()).isCloseTo(.2, within(1e-9));
    assertThat(bounds.x1()).isCloseTo(.6, within(1e-9));
    assertThat(bounds.y1()).isCloseTo(.96, within(1e-9));
  }

  @Test
  void bounds_frameBeyondThePicture_clipped() {
    assertThat(LineFrame.upright(-5, -5, 30, 30).bounds(20, 20)).isEqualTo(Box.WHOLE);
  }
}
