package decompgen.torch.policy;

import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Rotary position embedding (Su et al. 2021, Eq. 34) in the half-split layout: the pair of a
 * dimension is the one half a head further.
 */
final class Rope implements AutoCloseable {
  private final Tensor inverseFrequencies;
  private final Placement placement;

  /**
   * @param inverseFrequencies f32 [headSize / 2], turns a position into angles
   */
  Rope(float[] inverseFrequencies, Placement placement) {
    this.inverseFrequencies =
        TensorScope.keep(
            Tensors.of(inverseFrequencies, inverseFrequencies.length)
                .to(placement.device().torch(), Dtype.F32.scalarType()));
    this.placement = placement;
  }

  /**
   * Base and scaling of the frequencies.
   *
   * @param scaling Llama 3.1's, when config.json asks for it
   */
  record Settings(double theta, @Nullable Scaling scaling) {

    /** {@code rope_theta} and {@code rope_scaling}, or transformers 5's {@code rope_parameters}. */
    static Settings read(JsonFile config) {
      boolean fifth = config.has("rope_parameters");
      JsonFile scaling = config.part(fifth ? "rope_parameters" : "rope_scaling");
      double theta = (fifth ? scaling : config).number("rope_theta", 10_000);
      String type = scaling.text("rope_type", scaling.text("type", "default"));
      return switch (type) {
        case "default" -> new Settings(theta, null);
        case "llama3" -> new Settings(theta, Scaling.read(scaling));
        default -> throw scaling.refuse("rope_type", "'" + type + "' is not supported; llama3 is");
      };
    }

    /** θ^(−2i/d), float32 as the reference computes it. */
    float[] inverseFrequencies(int headSize) {
      float[] frequencies = new float[headSize / 2];
      for (int i = 0; i < frequencies.length; i++) {
        float exponent = 2f * i / headSize;
        frequencies[i] = 1f / (float) Math.pow(theta, exponent);
        if (scaling != null) frequencies[i] = scaling.scale(frequencies[i]);
      }
      return frequencies;
    }
  }

  /**
   * Llama 3.1's: long waves are stretched by the factor, short ones kept, those between blended.
   *
   * @param original positions that the network was first trained on
   */
  record Scaling(double factor, double lowFactor, double highFactor, double original) {
    static Scaling read(JsonFile json) {
      return new Scaling(
          json.number("factor", 8),
          json.number("low_freq_factor", 1),
          json.number("high_freq_factor", 4),
          json.number("original_max_position_embeddings", 8192));
    }

    float scale(float frequency) {
      double wave = 2 * Math.PI / frequency;
      if (wave < original / highFactor) return frequency;
      if (wave > original / lowFactor) return (float) (frequency / factor);
      double smooth = (original / wave - lowFactor) / (highFactor - lowFactor);
      return (float) ((1 - smooth) * frequency / factor + smooth * frequency);
    }
  }

  /**
   * Rotations for positions i64 [B, L]: cosines and sines [B, 1, L, headSize / 2], in float32
   * first, then in the policy's dtype.
   */
  Rotation at(Tensor positions) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor angles =
          positions.to(Dtype.F32.scalarType()).unsqueeze(1).unsqueeze(-1).mul(inverseFrequencies);
      return new Rotation(
          scope.handOn(angles.cos().to(placement.dtype().scalarType())),
          scope.handOn(angles.sin().to(placement.dtype().scalarType())));
    }
  }

  /** Cosines and sines of a pass. */
  record Rotation(Tensor cosines, Tensor sines) {
    /** Turns [B, heads, L, headSize]. */
    Tensor turn(Tensor x) {
      return TensorScope.of(
          () -> {
            long half = x.size(3) / 2;
            Tensor first = x.narrow(3, 0, half);
            Tensor second = x.narrow(3, half, half);
            return Tensors.cat(
                3,
                first.mul(cosines).sub(second.mul(sines)),
                second.mul(cosines).add(first.mul(sines)));
          });
    }
  }

  @Override
  public void close() {
    inverseFrequencies.close();
  }
}
