package decompgen.torch.policy;

import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.QwenVlConfig.Vision;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Qwen-VL's vision tower (Bai et al. 2023, section 2.1): a vision transformer without a class
 * token, and a resampler that reads its patches by a fixed number of queries.
 */
final class QwenVlVision {
  /** The tower was first trained on 16 x 16 patches; its positions are stretched from those. */
  private static final int POSITIONS = 16 * 16;

  static final double EPSILON = 1e-6;

  private final Vision config;
  private final PatchEmbedding patches;
  private final Tensor positions;
  private final LayerNorm preNorm;
  private final List<Block> blocks = new ArrayList<>();
  private final QwenVlResampler resampler;
  private final LayerNorm postNorm;
  private final Tensor projection;

  QwenVlVision(Parameters parameters, Vision config, String prefix) {
    this.config = config;
    int width = config.width();
    int patch = config.patchSize();
    int out = config.outputSize();
    this.patches =
        new PatchEmbedding(
            parameters.tensor(prefix + ".conv1.weight", width, 3, patch, patch),
            config.imageSize(),
            parameters.placement());
    this.positions = parameters.tensor(prefix + ".positional_embedding", POSITIONS, width);
    this.preNorm = parameters.layerNorm(prefix + ".ln_pre", width, EPSILON);
    for (int i = 0; i < config.layers(); i++)
      blocks.add(Block.read(parameters, config, prefix + ".transformer.resblocks." + i));
    this.resampler = QwenVlResampler.read(parameters, config, prefix + ".attn_pool");
    this.postNorm = parameters.layerNorm(prefix + ".ln_post", out, EPSILON);
    this.projection = parameters.tensor(prefix + ".proj", out, out);
  }

  /** [N, 3, imageSize, imageSize] to [N, queries, outputSize]. */
  Tensor features(Tensor pixels) {
    return TensorScope.of(
        () -> {
          Tensor hidden = embed(pixels);
          for (int i = 0; i < blocks.size(); i++) hidden = block(i, hidden);
          return finish(resampler.apply(hidden));
        });
  }

  /** [N, patches, width], what the first block takes. */
  Tensor embed(Tensor pixels) {
    return TensorScope.of(
        () -> preNorm.apply(patches.apply(pixels).add(stretched(positions, config.grid()))));
  }

  /** [N, patches, width] to [N, patches, width]. */
  Tensor block(int index, Tensor hidden) {
    return TensorScope.of(() -> blocks.get(index).apply(hidden));
  }

  QwenVlResampler resampler() {
    return resampler;
  }

  private Tensor finish(Tensor read) {
    return postNorm.apply(read).matmul(projection);
  }

  /**
   * Positions of a square of patches, stretched to another: bicubic, in float32.
   *
   * @param table [n², D]
   * @return [grid², D]
   */
  static Tensor stretched(Tensor table, int grid) {
    long from = Math.round(Math.sqrt(table.size(0)));
    if (from == grid) return table;
    return TensorScope.of(
        () -> {
          Tensor square =
              table
                  .to(Dtype.F32.scalarType())
                  .reshape(1, from, from, -1)
                  .permute(0, 3, 1, 2)
                  .contiguous();
          return torch
              .upsample_bicubic2d(
                  square,
                  new long[] {grid, grid},
                  false,
                  new DoubleOptional(),
                  new DoubleOptional())
              .permute(0, 2, 3, 1)
              .reshape((long) grid * grid, -1)
              .to(table.scalar_type());
        });
  }

  /** One layer. */
  private record Block(
      int heads,
      LayerNorm attentionNorm,
      Linear all,
      Linear out,
      LayerNorm mlpNorm,
      Linear in,
      Linear down) {

    static Block read(Parameters parameters, Vision config, String name) {
      int width = config.width();
      return new Block(
          config.heads(),
          parameters.layerNorm(name + ".ln_1", width, EPSILON),
          parameters.linear(name + ".attn.in_proj", width, 3L * width, true),
          parameters.linear(name + ".attn.out_proj", width, width, true),
          parameters.layerNorm(name + ".ln_2", width, EPSILON),
          parameters.linear(name + ".mlp.c_fc", width, config.innerSize(), true),
          parameters.linear(name + ".mlp.c_proj", config.innerSize(), width, true));
    }

    Tensor apply(Tensor x) {
      Tensor attended = x.add(attention(attentionNorm.apply(x)));
      return attended.add(mlp(mlpNorm.apply(attended)));
    }

    /** Queries, keys and values of a head stand together, head after head. */
    private Tensor attention(Tensor x) {
      Tensor parts =
          all.apply(x, Adaptation.NONE)
              .view(x.size(0), x.size(1), heads, 3, x.size(2) / heads)
              .permute(3, 0, 2, 1, 4);
      Tensor attended =
          Attention.everywhere(parts.select(0, 0), parts.select(0, 1), parts.select(0, 2));
      return out.apply(attended, Adaptation.NONE);
    }

    private Tensor mlp(Tensor x) {
      return down.apply(torch.gelu(in.apply(x, Adaptation.NONE)), Adaptation.NONE);
    }
  }
}
