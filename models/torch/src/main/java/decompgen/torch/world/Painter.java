package decompgen.torch.world;

import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.torch.world.Scene.Place;
import decompgen.torch.world.Scene.Thing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns scenes into pixels: a background, and cut-outs resized (bilinear) and blended over it. */
final class Painter {
  private static final int SIDE = Scene.SIDE;
  private static final int TINTED_DEGREES = 40;
  private static final float TINTED_SATURATION = 77 / 255f;

  private final World.Things things;
  private final Map<String, BufferedImage> backgrounds;
  private final Map<Look, BufferedImage> sprites = new ConcurrentHashMap<>();

  Painter(World.Things things) {
    this.things = things;
    backgrounds =
        things.backgrounds().stream().collect(Collectors.toMap(Background::name, Painter::paint));
  }

  /** A cut-out, by its name, in a colour. */
  private record Look(String id, @Nullable String colour) {}

  Picture paint(Scene scene) {
    byte[] rgb = rgb(draw(scene));
    return new Picture(PictureId.of(rgb), SIDE, SIDE, rgb);
  }

  BufferedImage draw(Scene scene) {
    BufferedImage canvas = canvas();
    Graphics2D graphics = canvas.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(backgrounds.get(scene.background()), 0, 0, null);
    for (Thing thing : scene.things()) paste(thing, graphics);
    graphics.dispose();
    return canvas;
  }

  private void paste(Thing thing, Graphics2D graphics) {
    Cutout cutout = thing.cutout();
    BufferedImage sprite =
        sprites.computeIfAbsent(
            new Look(cutout.id(), thing.colour()), look -> sprite(cutout, look.colour()));
    Place at = thing.place();
    int left = thing.mirrored() ? at.x() + at.width() : at.x();
    int width = thing.mirrored() ? -at.width() : at.width();
    graphics.drawImage(sprite, left, at.y(), width, at.height(), null);
  }

  private BufferedImage sprite(Cutout cutout, @Nullable String colour) {
    BufferedImage own = World.image(cutout.file());
    Integer from = cutout.baseHue();
    Integer to =
        colour == null || colour.equals(cutout.colour()) ? null : things.hues().get(colour);
    BufferedImage sprite =
        new BufferedImage(own.getWidth(), own.getHeight(), BufferedImage.TYPE_INT_ARGB_PRE);
    for (int y = 0; y < own.getHeight(); y++)
      for (int x = 0; x < own.getWidth(); x++) {
        int argb = own.getRGB(x, y);
        sprite.setRGB(x, y, from == null || to == null ? argb : tinted(argb, from, to));
      }
    return sprite;
  }

  /** The colour with its hue turned from one to another, in degrees, when it is near the first. */
  private static int tinted(int argb, int from, int to) {
    float[] hsb = Color.RGBtoHSB(argb >> 16 & 255, argb >> 8 & 255, argb & 255, null);
    float degrees = hsb[0] * 360;
    float distance = Math.abs(Math.floorMod(Math.round(degrees - from) + 180, 360) - 180);
    if (hsb[1] <= TINTED_SATURATION || distance >= TINTED_DEGREES) return argb;
    int rgb = Color.HSBtoRGB((degrees + to - from) / 360, hsb[1], hsb[2]);
    return argb & 0xff000000 | rgb & 0xffffff;
  }

  private static BufferedImage paint(Background background) {
    return switch (background) {
      case Background.Plain(_, int[] colour) -> rows(_ -> colour);
      case Background.Gradient(_, int[] top, int[] bottom) ->
          rows(y -> mixed(top, bottom, (double) y / (SIDE - 1)));
      case Background.Texture(_, String file, double lo, int[] colour) ->
          shaded(grey(World.image(file).getRaster()), lo, colour);
    };
  }

  private static BufferedImage rows(Function<Integer, int[]> colours) {
    BufferedImage image = canvas();
    for (int y = 0; y < SIDE; y++) {
      int[] colour = colours.apply(y);
      for (int x = 0; x < SIDE; x++) image.setRGB(x, y, packed(colour, 1));
    }
    return image;
  }

  private static int[] mixed(int[] top, int[] bottom, double share) {
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++)
      mixed[i] = (int) Math.rint(top[i] * (1 - share) + bottom[i] * share);
    return mixed;
  }

  /** Grey samples as they are: Java would take them for linear light. */
  private static BufferedImage grey(Raster samples) {
    BufferedImage small =
        new BufferedImage(samples.getWidth(), samples.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < samples.getHeight(); y++)
      for (int x = 0; x < samples.getWidth(); x++)
        small.setRGB(x, y, samples.getSample(x, y, 0) * 0x010101);
    BufferedImage stretched = canvas();
    Graphics2D graphics = stretched.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(small, 0, 0, SIDE, SIDE, null);
    graphics.dispose();
    return stretched;
  }

  private static BufferedImage shaded(BufferedImage grey, double lo, int[] colour) {
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++)
        grey.setRGB(x, y, packed(colour, lo + (1 - lo) * (grey.getRGB(x, y) & 255) / 255));
    return grey;
  }

  private static int packed(int[] colour, double light) {
    return (int) (colour[0] * light) << 16
        | (int) (colour[1] * light) << 8
        | (int) (colour[2] * light);
  }

  private static BufferedImage canvas() {
    return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
  }

  private static byte[] rgb(BufferedImage canvas) {
    int[] packed = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
    byte[] rgb = new byte[3 * packed.length];
    for (int i = 0, at = 0; i < packed.length; i++) {
      rgb[at++] = (byte) (packed[i] >> 16);
      rgb[at++] = (byte) (packed[i] >> 8);
      rgb[at++] = (byte) packed[i];
    }
    return rgb;
  }
}
