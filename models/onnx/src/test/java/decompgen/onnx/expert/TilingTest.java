package decompgen.onnx.expert;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TilingTest {
  private static final Tiling TILING = new Tiling(1_000, 500, .2, .5);

  @Test
  void tiles_smallPicture_none() {
    assertThat(TILING.tiles(picture(999, 600))).isEmpty();
    assertThat(Tiling.NONE.tiles(picture(5_000, 5_000))).isEmpty();
  }

  @Test
  void tiles_wideStrip_overlappingAlongIt() {
    // (1300/500 - .2)/.8 = 3 tiles of ceil(1300/2.6) = 500 pixels, from 0, 400, 800
    assertThat(TILING.tiles(picture(1_300, 100)))
        .containsExactly(
            new Crop(0, 0, 500, 100), new Crop(400, 0, 500, 100), new Crop(800, 0, 500, 100));
  }

  @Test
  void tiles_hugePicture_nineLargerOnes() {
    // 3 a side of ceil(5200/2.6) = 2,000 pixels
    List<Crop> tiles = TILING.tiles(picture(5_200, 5_200));
    assertThat(tiles).hasSize(9);
    assertThat(tiles.getLast()).isEqualTo(new Crop(3_200, 3_200, 2_000, 2_000));
  }

  @Test
  void inside_boxAtTheTilesInnerSide_isLeftToTheNeighbour() {
    Picture strip = picture(1_000, 100);
    Crop left = new Crop(0, 0, 500, 100);
    Detection whole = new Detection("cat", .9, new Box(0, 0, .4, 1)); // touches outer sides only
    Detection cut = new Detection("cat", .8, new Box(.4, 0, .5, 1));
    Boxes seen = new Boxes(List.of(whole, cut), Map.of("cat", .9));
    assertThat(TILING.inside(left, strip, seen).boxes()).containsExactly(whole);
  }

  @Test
  void merged_doubles_theBestOfEachThingRemains() {
    Detection cat = new Detection("cat", .6, new Box(0, 0, .5, .5));
    Detection sameCat = new Detection("cat", .9, new Box(0, 0, .5, .48)); // IoU .96
    Detection dog = new Detection("dog", .7, new Box(0, 0, .5, .5));
    Detection otherCat = new Detection("cat", .5, new Box(.6, .6, 1, 1));
    Boxes whole = new Boxes(List.of(dog, cat, otherCat), Map.of("cat", .6, "dog", .7));
    Boxes tile = new Boxes(List.of(sameCat), Map.of("cat", .9, "dog", .1));
    Boxes merged = TILING.merged(List.of(whole, tile));
    assertThat(merged.boxes()).containsExactly(sameCat, dog, otherCat);
    assertThat(merged.classScores()).isEqualTo(Map.of("cat", .9, "dog", .7));
  }

  private static Picture picture(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    return new Picture(PictureId.of(new byte[0]), width, height, rgb);
  }
}
