package decompgen.domain.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PictureTest {
  private final PictureId id = PictureId.of("abc".getBytes(UTF_8));

  @Test
  void of_bytes_isTheirSha256() {
    // FIPS 180-4, example "abc".
    assertThat(id.hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(id).hasToString("sha256:" + id.hex());
  }

  @Test
  void pictureId_anyOtherForm_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PictureId(id.hex()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PictureId("sha256:" + "A".repeat(64)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PictureId("sha256:../" + "a".repeat(61)));
  }

  @Test
  void picture_bytesForItsSize_kept() {
    byte[] rgb = new byte[2 * 3 * 3];
    Picture picture = new Picture(id, 2, 3, rgb);
    assertThat(picture.id()).isEqualTo(id);
    assertThat(picture.widthPixels()).isEqualTo(2);
    assertThat(picture.heightPixels()).isEqualTo(3);
    assertThat(picture.rgb()).isSameAs(rgb);
  }

  @Test
  void picture_wrongBytesOrSize_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(id, 2, 3, new byte[17]));
    assertThatIllegalArgumentException().isThrownBy(() -> new Picture(id, 0, 3, new byte[0]));
  }
}
