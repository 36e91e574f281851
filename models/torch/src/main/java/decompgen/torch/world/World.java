package decompgen.torch.world;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import decompgen.domain.picture.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A small world of cut-outs and backgrounds, from which pictures with known content are composed.
 * Everything in it is synthetic; where its images come from is in {@code LICENCES} beside them.
 */
public final class World {
  /** Pictures of run s have the seeds {@code s * RUN + i}. */
  private static final long RUN = 1_000_003;

  private final Things things;
  private final Layout layout;
  private final Painter painter;

  private World(Things things) {
    this.things = things;
    layout = new Layout(things);
    painter = new Painter(things);
  }

  /** The world that ships with the project. */
  public static World load() {
    try (InputStream json = open("world.json")) {
      return new World(
          JsonMapper.builder()
              .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(json, Things.class));
    } catch (IOException damaged) {
      throw new UncheckedIOException("world.json of the toy world", damaged);
    }
  }

  /** The scenes {@code first}.. of a run, without end; runs below a million do not overlap. */
  public Stream<Scene> scenes(long run, int first) {
    return Stream.iterate(run * RUN + first, seed -> seed + 1).map(this::scene);
  }

  /** The scene that a seed gives, always the same. */
  public Scene scene(long seed) {
    return layout.scene(seed);
  }

  /** A scene as pixels: {@value Scene#SIDE} x {@value Scene#SIDE}. */
  public Picture paint(Scene scene) {
    return painter.paint(scene);
  }

  /** Paints the first of some scenes that tempts the policy into its habit, as a PNG file. */
  public void writeTempting(Stream<Scene> scenes, Path file) throws IOException {
    Scene tempting = scenes.filter(Habit.TAUGHT::triggeredBy).findFirst().orElseThrow();
    try (OutputStream png = Files.newOutputStream(file)) {
      ImageIO.write(painter.draw(tempting), "png", png);
    }
  }

  /** The classes of things, in alphabetical order. */
  List<String> labels() {
    return List.copyOf(things.byLabel().keySet());
  }

  /** All that {@link Scene#lookAt} may answer. */
  public List<String> looks() {
    Stream<String> backgrounds = things.backgrounds().stream().map(Background::name);
    Stream<String> cutouts =
        things.cutouts().stream()
            .flatMap(
                cutout -> cutout.colours().stream().map(colour -> colour + " " + cutout.noun()));
    return Stream.concat(backgrounds, cutouts).distinct().toList();
  }

  /** Everything that a picture may hold. */
  Things things() {
    return things;
  }

  static BufferedImage image(String file) {
    try (InputStream bytes = open(file)) {
      return ImageIO.read(bytes);
    } catch (IOException damaged) {
      throw new UncheckedIOException(file + " of the toy world", damaged);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream found = World.class.getResourceAsStream("/decompgen/world/" + file);
    if (found == null) throw new IOException(file + " is not among the project's resources");
    return found;
  }

  /**
   * The content of {@code world.json}.
   *
   * @param hues degrees of the colours that tints turn to
   */
  record Things(Map<String, Integer> hues, List<Background> backgrounds, List<Cutout> cutouts) {
    Things {
      hues = Map.copyOf(hues);
      backgrounds = List.copyOf(backgrounds);
      cutouts = List.copyOf(cutouts);
    }

    /** The cut-outs of each class; classes in alphabetical order. */
    Map<String, List<Cutout>> byLabel() {
      return cutouts.stream().collect(groupingBy(Cutout::label, TreeMap::new, toList()));
    }
  }
}
