package decompgen.onnx.reader;

import decompgen.onnx.repository.Preprocessing;
import decompgen.onnx.repository.Preprocessing.Channels;
import java.util.List;

/**
 * How the bytes of a pixel become one number in each of a tensor's three planes: {@code (byte / 255
 * - mean) / std}.
 *
 * @param channels which colour the planes hold, first to last
 * @param mean one for each plane
 * @param std one for each plane, positive
 */
public record Planes(Channels channels, List<Double> mean, List<Double> std) {
  public Planes {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (!(mean.size() == 3 && std.size() == 3 && std.stream().allMatch(each -> each > 0)))
      throw new IllegalArgumentException("mean " + mean + ", std " + std);
  }

  /** What a model's description says; without mean and std the values are in [0,1]. */
  static Planes of(Preprocessing preprocessing) {
    List<Double> mean = preprocessing.mean();
    List<Double> std = preprocessing.std();
    return new Planes(
        preprocessing.channels(),
        mean == null ? List.of(0.0, 0.0, 0.0) : mean,
        std == null ? List.of(1.0, 1.0, 1.0) : std);
  }

  /** Which byte of a pixel goes into the plane: 0 red, 1 green, 2 blue. */
  int colour(int plane) {
    return switch (channels) {
      case RGB -> plane;
      case BGR -> 2 - plane;
    };
  }

  float scale(int plane) {
    return (float) (1 / 255.0 / std.get(plane));
  }

  float shift(int plane) {
    return (float) (-mean.get(plane) / std.get(plane));
  }
}
