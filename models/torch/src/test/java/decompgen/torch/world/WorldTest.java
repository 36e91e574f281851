package decompgen.torch.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.picture.Picture;
import decompgen.torch.world.Scene.Place;
import decompgen.torch.world.Scene.Thing;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fixtures were made by the Python program that the world was first composed with. */
class WorldTest {
  private static final int BLOCK = 8;
  private static final World WORLD = World.load();

  @Test
  void scene_ofTheReferencesSeeds_isTheReferencesScene() throws IOException {
    List<String> lines =
        new String(fixture("scenes.jsonl"), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(150);
    for (String line : lines) {
      JsonNode expected = new ObjectMapper().readTree(line);
      Scene scene = WORLD.scene(expected.get("seed").asLong());
      assertThat(scene.background()).isEqualTo(expected.get("background").asText());
      assertThat(scene.things())
          .extracting(WorldTest::words)
          .containsExactlyElementsOf(
              expected.get("things").valueStream().map(WorldTest::words).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2027006081L, 2027006085L, 2027006087L, 2027006113L})
  void paint_theReferencesScene_isNearlyTheReferencesPicture(long seed) throws IOException {
    Picture picture = WORLD.paint(WORLD.scene(seed));
    BufferedImage expected = ImageIO.read(stream(seed + ".png"));
    double sum = 0;
    double most = 0;
    for (int y = 0; y < expected.getHeight(); y++)
      for (int x = 0; x < expected.getWidth(); x++)
        for (int channel = 0; channel < 3; channel++) {
          double off =
              Math.abs(
                  mean(picture, x, y, channel)
                      - (expected.getRGB(x, y) >> 8 * (2 - channel) & 255));
          sum += off;
          most = Math.max(most, off);
        }
    assertThat(sum / (expected.getWidth() * expected.getHeight() * 3)).isLessThan(1);
    assertThat(most).isLessThan(25);
  }

  @Test
  void scenes_ofARun_goOnWhereTheFirstOnesEnd() {
    assertThat(WORLD.scenes(3, 5).limit(2))
        .containsExactlyElementsOf(WORLD.scenes(3, 0).skip(5).limit(2).toList());
  }

  @Test
  void things_theWorld_hasTheClassesAndNamedLicences() throws IOException {
    assertThat(WORLD.things().byLabel()).hasSize(28);
    JsonNode json = new ObjectMapper().readTree(stream("world.json"));
    Set<String> licences =
        json.get("cutouts")
            .valueStream()
            .map(cutout -> cutout.get("licence").asText())
            .collect(Collectors.toSet());
    assertThat(licences).containsExactlyInAnyOrder("MIT", "Apache-2.0", "CC-BY-4.0");
    assertThat(new String(fixture("LICENCES"), StandardCharsets.UTF_8)).contains(licences);
  }

  private static double mean(Picture picture, int column, int row, int channel) {
    double sum = 0;
    for (int y = row * BLOCK; y < (row + 1) * BLOCK; y++)
      for (int x = column * BLOCK; x < (column + 1) * BLOCK; x++)
        sum += picture.rgb()[3 * (y * picture.widthPixels() + x) + channel] & 255;
    return sum / (BLOCK * BLOCK);
  }

  private static String words(Thing thing) {
    Place at = thing.place();
    return "%s %s %s %s %s"
        .formatted(
            thing.cutout().id(),
            thing.colour(),
            thing.size().name().toLowerCase(Locale.ROOT),
            thing.mirrored(),
            List.of(at.x(), at.y(), at.x() + at.width(), at.y() + at.height()));
  }

  private static String words(JsonNode thing) {
    return "%s %s %s %s %s"
        .formatted(
            thing.get("id").asText(),
            thing.get("colour").asText(),
            thing.get("size").asText(),
            thing.get("mirrored").asBoolean(),
            thing.get("place").valueStream().map(JsonNode::asInt).toList());
  }

  private static byte[] fixture(String file) throws IOException {
    try (InputStream bytes = stream(file)) {
      return bytes.readAllBytes();
    }
  }

  private static InputStream stream(String file) {
    return WorldTest.class.getResourceAsStream("/decompgen/world/" + file);
  }
}
