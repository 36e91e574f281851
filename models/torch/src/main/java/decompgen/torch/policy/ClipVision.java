package decompgen.torch.policy;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * CLIP's vision tower (Radford et al. 2021): a vision transformer with pre-norm blocks and a class
 * token before the patches.
 */
final class ClipVision {
  private final ClipConfig config;
  private final Tensor classToken;
  private final PatchEmbedding patches;
  private final Tensor positions;
  private final LayerNorm preNorm;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * @param prefix before {@code embeddings} and {@code encoder} in the checkpoint's keys
   */
  ClipVision(Parameters parameters, ClipConfig config, String prefix) {
    this.config = config;
    int width = config.hiddenSize();
    int patch = config.patchSize();
    String embeddings = prefix + ".embeddings.";
    this.classToken = parameters.tensor(embeddings + "class_embedding", width);
    this.patches =
        new PatchEmbedding(
            parameters.tensor(embeddings + "patch_embedding.weight", width, 3, patch, patch),
            config.imageSize(),
            parameters.placement());
    this.positions =
        parameters.tensor(embeddings + "position_embedding.weight", config.patches() + 1L, width);
    // The checkpoints spell it so.
    this.preNorm = parameters.layerNorm(prefix + ".pre_layrnorm", width, config.normEpsilon());
    for (int i = 0; i < config.layers(); i++)
      blocks.add(block(parameters, prefix + ".encoder.layers." + i));
  }

  /**
   * The hidden states before the first block and after each, up to one: transformers' {@code
   * hidden_states}, [N, 1 + patches, W] each.
   *
   * @param pixels [N, 3, imageSize, imageSize]
   * @param last 0..layers
   */
  List<Tensor> hiddenStates(Tensor pixels, int last) {
    List<Tensor> states = new ArrayList<>();
    states.add(TensorScope.of(() -> preNorm.apply(embed(pixels))));
    for (int i = 0; i < last; i++) states.add(blocks.get(i).apply(states.get(i)));
    return states;
  }

  private Tensor embed(Tensor pixels) {
    Tensor first = classToken.view(1, 1, -1).expand(pixels.size(0), 1, -1);
    return Tensors.cat(1, first, patches.apply(pixels)).add(positions);
  }

  private Block block(Parameters parameters, String name) {
    int width = config.hiddenSize();
    double epsilon = config.normEpsilon();
    String attention = name + ".self_attn.";
    return new Block(
        config,
        parameters.layerNorm(name + ".layer_norm1", width, epsilon),
        parameters.linear(attention + "q_proj", width, width, true),
        parameters.linear(attention + "k_proj", width, width, true),
        parameters.linear(attention + "v_proj", width, width, true),
        parameters.linear(attention + "out_proj", width, width, true),
        parameters.layerNorm(name + ".layer_norm2", width, epsilon),
        parameters.linear(name + ".mlp.fc1", width, config.intermediateSize(), true),
        parameters.linear(name + ".mlp.fc2", config.intermediateSize(), width, true));
  }

  /** One layer. */
  private record Block(
      ClipConfig config,
      LayerNorm attentionNorm,
      Linear q,
      Linear k,
      Linear v,
      Linear out,
      LayerNorm mlpNorm,
      Linear in,
      Linear down) {

    /** [N, L, W] to [N, L, W]. */
    Tensor apply(Tensor x) {
      return TensorScope.of(
          () -> {
            Tensor attended = x.add(attention(attentionNorm.apply(x)));
            return attended.add(mlp(mlpNorm.apply(attended)));
          });
    }

    private Tensor attention(Tensor x) {
      return plain(out, Attention.everywhere(heads(q, x), heads(k, x), heads(v, x)));
    }

    /** [N, L, W] to [N, heads, L, W / heads]. */
    private Tensor heads(Linear linear, Tensor x) {
      return plain(linear, x).view(x.size(0), x.size(1), config.heads(), -1).transpose(1, 2);
    }

    private Tensor mlp(Tensor x) {
      return plain(down, config.activation().apply(plain(in, x)));
    }

    private static Tensor plain(Linear linear, Tensor x) {
      return linear.apply(x, Adaptation.NONE);
    }
  }
}
