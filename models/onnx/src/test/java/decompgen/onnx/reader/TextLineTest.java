package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.picture.Picture;
import org.junit.jupiter.api.Test;

class TextLineTest {
  private static final Picture PICTURE = SamplePictures.grey(300, 200);

  @Test
  void width_lineOfTwentyByTen_twiceTheHeight() {
    assertThat(line(20, 10).width(1440)).isEqualTo(96);
  }

  @Test
  void width_longerThanAllowed_squeezed() {
    assertThat(line(200, 10).width(192)).isEqualTo(192);
    assertThat(line(200, 10).cut(192).widthPixels()).isEqualTo(192);
  }

  @Test
  void width_sliver_least() {
    assertThat(line(1, 100).width(1440)).isEqualTo(8);
  }

  @Test
  void turned_line_sameBounds() {
    assertThat(line(20, 10).turned().bounds()).isEqualTo(line(20, 10).bounds());
    assertThat(line(20, 10).turned().turned()).isEqualTo(line(20, 10));
  }

  private static TextLine line(double widthPixels, double heightPixels) {
    return new TextLine(PICTURE, LineFrame.upright(5, 5, widthPixels, heightPixels));
  }
}
