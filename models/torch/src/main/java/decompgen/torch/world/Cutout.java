package decompgen.torch.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing that can be put into a picture, as {@code world.json} describes it.
 *
 * @param label its COCO class
 * @param nouns what it may truly be called, the plainest first
 * @param also parts of it that may truly be named, such as a laptop's keyboard
 * @param colour its main colour; null when it has no single one
 * @param tints other colours that it comes in
 * @param baseHue hue in degrees that a tint turns to its own; null when there are no tints
 * @param minSize least length of its longer side, as a share of the picture's side
 * @param flip false when its mirror image is wrong, such as a clock's
 * @param widthPixels size of the image in {@code file}, cropped to what is not transparent
 */
record Cutout(
    String id,
    String file,
    String label,
    List<String> nouns,
    List<String> also,
    @Nullable String colour,
    List<String> tints,
    @JsonProperty("base_hue") @Nullable Integer baseHue,
    @JsonProperty("min_size") double minSize,
    boolean flip,
    @JsonProperty("width") int widthPixels,
    @JsonProperty("height") int heightPixels) {
  Cutout {
    nouns = List.copyOf(nouns);
    also = List.copyOf(also);
    tints = List.copyOf(tints);
    if (nouns.isEmpty()) throw new IllegalArgumentException("nouns: none for " + id);
    if (!tints.isEmpty() && baseHue == null)
      throw new IllegalArgumentException("base_hue: none for " + id + ", which has tints");
  }

  /** The plainest noun. */
  String noun() {
    return nouns.getFirst();
  }

  /** Its own colour, then its tints. */
  List<@Nullable String> colours() {
    List<@Nullable String> colours = new ArrayList<>();
    colours.add(colour);
    colours.addAll(tints);
    return colours;
  }
}
