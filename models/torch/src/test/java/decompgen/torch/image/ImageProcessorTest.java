package decompgen.torch.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.picture.Resampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageProcessorTest {
  private static final Levels PLAIN = new Levels(1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'size': 336, 'crop_size': 336}",
        "{'size': {'shortest_edge': 336}, 'crop_size': {'height': 336, 'width': 336}}",
        "{'feature_extractor_type': 'CLIPFeatureExtractor', 'size': 336, 'crop_size': 336}",
        "{'image_processor_type': 'CLIPImageProcessorFast', 'size': {'shortest_edge': 336}, 'crop_size': 336, 'do_pad': null}",
      })
  void read_oldAndNewWords_sayTheSame(String json) throws IOException {
    assertThat(read("preprocessor_config.json", json))
        .isEqualTo(
            new ImageProcessor(
                false,
                new TargetSize.ShortestEdge(336),
                Resampling.BICUBIC,
                new TargetSize.Exact(336, 336),
                Levels.CLIP));
  }

  @Test
  void read_processorConfigAlone_takesItsImageProcessor() throws IOException {
    String json =
        "{'image_processor': {'size': {'height': 4, 'width': 6}, 'resample': 2, 'do_center_crop': false}}";
    ImageProcessor read = read("processor_config.json", json);
    assertThat(read.resize()).isEqualTo(new TargetSize.Exact(4, 6));
    assertThat(read.resampling()).isEqualTo(Resampling.BILINEAR);
    assertThat(read.crop()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'size': {'longest_edge': 336, 'shortest_edge': 1}} | size is",
        "{'size': -1}                                       | size is -1, not a positive whole number",
        "{'crop_size': {'height': 'tall'}}                  | crop_size.height is \"tall\"",
        "{'resample': 1}                                    | resample is 1, neither 2 (bilinear) nor 3 (bicubic)",
        "{'image_mean': [0.5]}                              | image_mean is [0.5], not three numbers",
        "{'do_resize': 'yes'}                               | do_resize is \"yes\", neither true nor false",
        "{'image_processor_type': 'Qwen2VLImageProcessor'}  | only CLIP's and LLaVA's are known",
        "{'size':                                           | no JSON at line 1",
        "[1]                                                | holds no JSON object",
      })
  void read_unusableConfig_isRefusedWithFileAndKey(String json, String why) {
    assertThatThrownBy(() -> read("preprocessor_config.json", json))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE))
        .hasMessageContaining("preprocessor_config.json")
        .hasMessageContaining(why);
  }

  @Test
  void read_noConfig_isRefusedWithAdvice() {
    assertThatThrownBy(() -> ImageProcessor.read(folder))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("preprocessor_config.json is missing: copy");
  }

  @Test
  void process_cropLargerThanPicture_isBlackAround() {
    // 3 wide in 6: left = floor((3 - 6) / 2) = -2, so columns 2, 3, 4; 1 high in 2: top = -1
    ImageProcessor processor =
        new ImageProcessor(false, null, Resampling.BICUBIC, new TargetSize.Exact(2, 6), PLAIN);
    float[] red = plane(processor.process(row(7, 8, 9)), 0);
    assertThat(red).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 7, 8, 9, 0);
  }

  @Test
  void process_stripThatWouldTakeAllMemory_isRefused() {
    // 336 x 672,000 and 20,000 x 20,000 pixels
    ImageProcessor shortest =
        new ImageProcessor(
            false,
            new TargetSize.ShortestEdge(336),
            Resampling.BICUBIC,
            new TargetSize.Exact(336, 336),
            PLAIN);
    ImageProcessor padded =
        new ImageProcessor(
            true, new TargetSize.Exact(336, 336), Resampling.BICUBIC, null, Levels.CLIP);
    assertTooLarge(shortest, row(new int[2000]), "2000x1 would become 672000x336");
    assertTooLarge(padded, row(new int[20_000]), "20000x1 would become 20000x20000");
  }

  @Test
  void process_cropBeyondAllMemory_isRefused() {
    ImageProcessor processor =
        new ImageProcessor(
            false, null, Resampling.BICUBIC, new TargetSize.Exact(40_000, 40_000), PLAIN);
    assertTooLarge(processor, row(1), "1x1 would become 40000x40000");
  }

  private static void assertTooLarge(ImageProcessor processor, Picture picture, String why) {
    assertThatThrownBy(() -> processor.process(picture))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.IMAGE_TOO_LARGE))
        .hasMessageContaining(why);
  }

  @Test
  void process_padded_liesCentredOnTheMeanColour() {
    Levels half = new Levels(1, List.of(.5, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
    ImageProcessor processor = new ImageProcessor(true, null, Resampling.BICUBIC, null, half);
    // .5 * 255 = 127.5, rounded down; (4 - 1) / 2 = 1 row above; the mean itself is taken off
    float[] red = plane(processor.process(row(7, 8, 9, 10)), 0);
    assertThat(red)
        .containsExactly(
            126.5f, 126.5f, 126.5f, 126.5f, 6.5f, 7.5f, 8.5f, 9.5f, 126.5f, 126.5f, 126.5f, 126.5f,
            126.5f, 126.5f, 126.5f, 126.5f);
  }

  @Test
  void shortestEdge_longSide_roundedDown() {
    // 451 * 336 / 300 = 505.12
    Picture landscape = new Picture(PictureId.of(new byte[0]), 451, 300, new byte[3 * 451 * 300]);
    assertThat(new TargetSize.ShortestEdge(336).width(landscape)).isEqualTo(505);
    assertThat(new TargetSize.ShortestEdge(336).height(landscape)).isEqualTo(336);
  }

  private ImageProcessor read(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json.replace('\'', '"'));
    return ImageProcessor.read(folder);
  }

  private static Picture row(int... reds) {
    byte[] rgb = new byte[3 * reds.length];
    for (int x = 0; x < reds.length; x++) rgb[3 * x] = (byte) reds[x];
    return new Picture(PictureId.of(rgb), reds.length, 1, rgb);
  }

  private static float[] plane(PixelValues pixels, int colour) {
    int size = pixels.heightPixels() * pixels.widthPixels();
    return Arrays.copyOfRange(pixels.values(), colour * size, (colour + 1) * size);
  }
}
