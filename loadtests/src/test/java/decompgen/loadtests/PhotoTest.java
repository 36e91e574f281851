package decompgen.loadtests;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.picture.Picture;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import org.junit.jupiter.api.Test;

class PhotoTest {
  private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(20 << 20, 50_000_000L));

  @Test
  void withOtherPixels_twice_isTheSamePhotoToPeopleAndAnotherToCaches() {
    Picture one = decoder.decode(Photo.withOtherPixels());
    Picture other = decoder.decode(Photo.withOtherPixels());

    assertThat(one.widthPixels()).isEqualTo(640);
    assertThat(one.heightPixels()).isEqualTo(480);
    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.rgb()).isNotEqualTo(other.rgb());
  }

  @Test
  void withOtherBytes_twice_hasEqualPixelsInDifferentFiles() {
    Picture one = decoder.decode(Photo.withOtherBytes());
    Picture other = decoder.decode(Photo.withOtherBytes());

    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.rgb()).isEqualTo(other.rgb());
  }
}
