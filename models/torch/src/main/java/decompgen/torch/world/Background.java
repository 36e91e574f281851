package decompgen.torch.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What fills a picture behind its things; colours are red, green, blue in 0..255. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @Type(value = Background.Plain.class, name = "plain"),
  @Type(value = Background.Gradient.class, name = "gradient"),
  @Type(value = Background.Texture.class, name = "texture")
})
sealed interface Background {
  String name();

  /** One colour everywhere. */
  record Plain(String name, int[] colour) implements Background {}

  /** From the top row's colour to the bottom row's, linear by row. */
  record Gradient(String name, int[] top, int[] bottom) implements Background {}

  /**
   * A grey image stretched over the picture, as light and shade of one colour.
   *
   * @param lo what is left of the colour where the image is black, in [0,1]
   */
  record Texture(String name, String file, double lo, int[] colour) implements Background {}
}
