package decompgen.onnx.expert;

import decompgen.domain.error.Range;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large pictures are looked at a second time, part by part, so that small things are not lost
 * when the whole shrinks to the model's input. Tiles overlap; boxes that a tile cuts off are left
 * to its neighbour or to the whole; doubles are removed by non-maximum suppression.
 *
 * @param fromPixels longer side from which a picture is tiled; 0 for never
 * @param tilePixels side of a tile
 * @param overlap share of a tile that its neighbour sees too, in [0, 0.9]
 * @param iou from which two boxes of a class are one thing, in (0, 1]
 */
public record Tiling(int fromPixels, int tilePixels, double overlap, double iou) {
  /** The whole picture alone. */
  public static final Tiling NONE = new Tiling(0, 448, .2, .5);

  /** Most tiles of one picture: larger pictures get larger tiles. */
  private static final int MOST_PER_SIDE = 3;

  /** Boxes that come so close to a tile's inner side, as a share of it, are taken for cut off. */
  private static final double CUT = .01;

  public Tiling {
    Range.check(fromPixels >= 0, "from-pixels", fromPixels, "0 or more");
    Range.check(tilePixels > 0, "tile-pixels", tilePixels, "1 or more");
    Range.check(0 <= overlap && overlap <= .9, "overlap", overlap, "0 to 0.9");
    Range.check(0 < iou && iou <= 1, "iou", iou, "above 0, to 1");
  }

  String suffix() {
    return fromPixels == 0 ? "" : "+tiles-" + fromPixels + "-" + tilePixels;
  }

  /** The tiles of a picture, row by row; none when it is small enough. */
  List<Crop> tiles(Picture picture) {
    int width = picture.widthPixels();
    int height = picture.heightPixels();
    List<Crop> tiles = new ArrayList<>();
    if (fromPixels == 0 || Math.max(width, height) < fromPixels) return tiles;
    for (int[] row : stretches(height))
      for (int[] column : stretches(width))
        tiles.add(new Crop(column[0], row[0], column[1], row[1]));
    return tiles.size() == 1 ? List.of() : tiles;
  }

  /** Starts and lengths of equal stretches that cover a side and overlap. */
  private List<int[]> stretches(int side) {
    if (side <= tilePixels) return List.of(new int[] {0, side});
    int count =
        Math.min(
            MOST_PER_SIDE, (int) Math.ceil((side / (double) tilePixels - overlap) / (1 - overlap)));
    int length = (int) Math.ceil(side / (count - (count - 1) * overlap));
    List<int[]> stretches = new ArrayList<>();
    for (int i = 0; i < count; i++)
      stretches.add(
          new int[] {(int) Math.round((side - length) * i / Math.max(1.0, count - 1)), length});
    return stretches;
  }

  /** What was seen in a tile without the boxes that its inner sides cut off. */
  Boxes inside(Crop tile, Picture picture, Boxes seen) {
    double width = picture.widthPixels();
    double height = picture.heightPixels();
    Box frame =
        new Box(
            tile.left() / width,
            tile.top() / height,
            (tile.left() + tile.width()) / width,
            (tile.top() + tile.height()) / height);
    return new Boxes(
        seen.boxes().stream().filter(found -> !cutOff(found.box(), frame)).toList(),
        seen.classScores());
  }

  private static boolean cutOff(Box box, Box frame) {
    double across = CUT * frame.width();
    double down = CUT * frame.height();
    return (frame.x0() > 0 && box.x0() - frame.x0() < across)
        || (frame.y0() > 0 && box.y0() - frame.y0() < down)
        || (frame.x1() < 1 && frame.x1() - box.x1() < across)
        || (frame.y1() < 1 && frame.y1() - box.y1() < down);
  }

  /** Everything seen, best first, without doubles; each class's best score anywhere. */
  Boxes merged(List<Boxes> seen) {
    if (seen.size() == 1) return seen.getFirst();
    Map<String, Double> classScores = new HashMap<>();
    for (Boxes boxes : seen)
      boxes.classScores().forEach((label, score) -> classScores.merge(label, score, Math::max));
    List<Detection> kept = new ArrayList<>();
    seen.stream()
        .flatMap(boxes -> boxes.boxes().stream())
        .sorted(Comparator.comparingDouble(found -> -found.score()))
        .filter(found -> kept.stream().noneMatch(better -> same(better, found)))
        .forEach(kept::add);
    return new Boxes(kept, classScores);
  }

  private boolean same(Detection better, Detection found) {
    return better.label().equals(found.label()) && better.box().iou(found.box()) >= iou;
  }
}
