package decompgen.torch.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.hash.Sha256;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pixels equal to the slow processors', to the last bit. */
class ImageProcessorParityTest {
  private static final Path PARITY = Path.of(System.getProperty("parity.dir"));
  private static final Path IMAGES = PARITY.resolve("image");

  static Stream<String> slow() throws IOException {
    JsonNode small = json(IMAGES.resolve("meta.json")).get("small");
    JsonNode large = json(IMAGES.resolve("pixels_336_sampled.json"));
    return Stream.of(small, large)
        .flatMap(part -> part.propertyStream().map(Map.Entry::getKey))
        .filter(name -> name.contains("_slow."));
  }

  @ParameterizedTest
  @MethodSource("slow")
  void process_photo_hasTheReferencesBits(String name) throws IOException {
    String[] parts = name.split("\\.", -1);
    Path folder = IMAGES.resolve("processor_" + parts[0] + "_" + parts[1]);
    PixelValues pixels = ImageProcessor.read(folder).process(photo(parts[2] + ".png"));
    JsonNode small = json(IMAGES.resolve("meta.json")).get("small").path(name);
    JsonNode expected =
        small.isObject() ? small : json(IMAGES.resolve("pixels_336_sampled.json")).get(name);
    assertThat(pixels.heightPixels()).isEqualTo(expected.get("shape").get(1).asInt());
    assertThat(pixels.widthPixels()).isEqualTo(expected.get("shape").get(2).asInt());
    assertThat(sha256(pixels.values())).isEqualTo(expected.get("sha256_f32").asText());
  }

  @Test
  void square_photos_equalQwensPixels() throws IOException {
    int side = json(PARITY.resolve("qwen_vl/model/config.json")).at("/visual/image_size").asInt();
    JsonNode names = json(PARITY.resolve("qwen_vl/visual.json")).get("images");
    float[] reference = floats(PARITY.resolve("qwen_vl/visual.safetensors"), "pixel_values");
    int size = 3 * side * side;
    assertThat(reference).hasSize(names.size() * size);
    for (int i = 0; i < names.size(); i++)
      assertThat(ImageProcessor.square(side).process(photo(names.get(i).asText())).values())
          .isEqualTo(Arrays.copyOfRange(reference, i * size, (i + 1) * size));
  }

  static Picture photo(String name) throws IOException {
    byte[] file = Files.readAllBytes(IMAGES.resolve("png/" + name));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
    int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    for (int i = 0; i < rgb.length; i++) rgb[i] = (byte) (argb[i / 3] >> 16 - 8 * (i % 3));
    return new Picture(PictureId.of(file), image.getWidth(), image.getHeight(), rgb);
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  /** A float32 tensor of a safetensors file: length and JSON header, then the bytes. */
  private static float[] floats(Path file, String key) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) bytes.getLong();
    JsonNode offsets =
        new ObjectMapper().readTree(bytes.array(), 8, header).get(key).get("data_offsets");
    int from = offsets.get(0).asInt();
    float[] values = new float[(offsets.get(1).asInt() - from) / 4];
    bytes
        .position(8 + header + from)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(values);
    return values;
  }

  private static String sha256(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Sha256.hex(bytes.array());
  }
}
