package decompgen.onnx.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "16, 1280, 320, 1.6, 100, 6, short-side-pixels", // the shorter side is below one step of the
    // network
    "640, 600, 320, 1.6, 100, 6, short-side-pixels",
    "640, 9000, 320, 1.6, 100, 6, long-side-pixels",
    "640, 1280, 1300, 1.6, 100, 6, afar-pixels",
    "640, 1280, 320, -1, 100, 6, unclip-ratio",
    "640, 1280, 320, 1.6, 0, 6, max-lines",
    "640, 1280, 320, 1.6, 100, 65, max-batch"
  })
  void new_outOfRange_refusedByName(
      int shortSide, int longSide, int afar, double unclip, int lines, int batch, String name) {
    assertThatThrownBy(
            () ->
                new ReaderSettings(shortSide, longSide, afar, .3, .5, unclip, lines, batch, .9, .6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void new_thresholdAboveOne_refused() {
    assertThatThrownBy(() -> new ReaderSettings(640, 1280, 320, 1.1, .5, 1.6, 100, 6, .9, .6))
        .hasMessageContaining("ink-threshold");
  }

  @Test
  void mark_settings_differsWithWhatChangesAnswers() {
    var otherBatch = new ReaderSettings(640, 1280, 320, .3, .3, 1.6, 100, 8, .9, .6);
    var surer = new ReaderSettings(640, 1280, 320, .3, .5, 1.6, 100, 6, .9, .7);
    var surest = new ReaderSettings(640, 1280, 320, .3, .5, 1.6, 100, 6, .9, .8);
    assertThat(ReaderSettings.DEFAULTS.mark()).isEmpty();
    assertThat(otherBatch.mark()).isEmpty();
    assertThat(surer.mark()).matches("\\+[0-9a-f]{8}").isNotEqualTo(surest.mark());
  }
}
