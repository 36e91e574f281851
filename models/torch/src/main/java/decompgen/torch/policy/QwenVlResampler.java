package decompgen.torch.policy;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.QwenVlConfig.Vision;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Learned queries that attend to the patches: what a picture's tokens are made of (Bai et al. 2023,
 * section 2.1).
 *
 * @param positions of the queries, a square; stretched to that of the patches for the keys
 */
record QwenVlResampler(
    Vision config,
    Tensor queries,
    Tensor positions,
    Linear values,
    LayerNorm queryNorm,
    LayerNorm valueNorm,
    Tensor inWeight,
    Tensor inBias,
    Linear out) {
  /** Width of a head, whatever the shape. */
  private static final int HEAD = 128;

  static QwenVlResampler read(Parameters parameters, Vision config, String name) {
    int out = config.outputSize();
    return new QwenVlResampler(
        config,
        parameters.tensor(name + ".query", config.queries(), out),
        parameters.tensor(name + ".pos_embed", config.queries(), out),
        parameters.linear(name + ".kv_proj", config.width(), out, false),
        parameters.layerNorm(name + ".ln_q", out, QwenVlVision.EPSILON),
        parameters.layerNorm(name + ".ln_kv", out, QwenVlVision.EPSILON),
        parameters.tensor(name + ".attn.in_proj_weight", 3L * out, out),
        parameters.tensor(name + ".attn.in_proj_bias", 3L * out),
        parameters.linear(name + ".attn.out_proj", out, out, true));
  }

  /** [N, patches, width] to [N, queries, outputSize]. */
  Tensor apply(Tensor patches) {
    return TensorScope.of(
        () -> {
          Tensor seen = valueNorm.apply(values.apply(patches, Adaptation.NONE));
          Tensor asked = queryNorm.apply(queries).add(positions).unsqueeze(0);
          Tensor asker = asked.expand(patches.size(0), -1, -1);
          Tensor keys = seen.add(QwenVlVision.stretched(positions, config.grid()));
          Tensor attended = Attention.everywhere(part(0, asker), part(1, keys), part(2, seen));
          return out.apply(attended, Adaptation.NONE);
        });
  }

  /** One third of the input projection, [N, L, D] to [N, heads, L, 128]. */
  private Tensor part(int part, Tensor x) {
    long width = config.outputSize();
    Tensor weight = inWeight.narrow(0, part * width, width);
    Tensor bias = inBias.narrow(0, part * width, width);
    return torch
        .linear(x, weight, bias)
        .view(x.size(0), x.size(1), width / HEAD, HEAD)
        .transpose(1, 2);
  }
}
