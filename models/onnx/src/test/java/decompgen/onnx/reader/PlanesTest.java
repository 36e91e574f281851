package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.onnx.image.Interpolation;
import decompgen.onnx.repository.Preprocessing;
import decompgen.onnx.repository.Preprocessing.Channels;
import decompgen.onnx.repository.Preprocessing.Resize;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanesTest {
  @Test
  void of_meanAndStd_subtractedAndDivided() {
    // plane 0: (51 / 255 - .4) / .5 = -.4
    var planes = new Planes(Channels.BGR, List.of(.4, .5, .6), List.of(.5, 1.0, 1.0));
    assertThat(51 * planes.scale(0) + planes.shift(0)).isCloseTo(-.4f, within(1e-6f));
    assertThat(255 * planes.scale(2) + planes.shift(2)).isCloseTo(.4f, within(1e-6f));
  }

  @Test
  void of_descriptionWithoutMean_fromZeroToOne() {
    var described =
        new Preprocessing(
            Resize.STRETCH, Interpolation.BILINEAR, Channels.RGB, null, null, null, null);
    Planes planes = Planes.of(described);
    assertThat(255 * planes.scale(1) + planes.shift(1)).isCloseTo(1, within(1e-6f));
  }

  @Test
  void colour_bothOrders_blueLastOrFirst() {
    assertThat(SamplePictures.PLANES.colour(0)).isEqualTo(2);
    var rgb = new Planes(Channels.RGB, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    assertThat(rgb.colour(2)).isEqualTo(2);
  }

  @Test
  void new_stdOfZero_refused() {
    List<Double> zeros = List.of(0.0, 0.0, 0.0);
    assertThatThrownBy(() -> new Planes(Channels.RGB, zeros, zeros)).hasMessageContaining("std");
  }
}
