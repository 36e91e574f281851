package decompgen.torch.policy;

import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.Rope.Rotation;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Qwen's language model (Bai et al. 2023): Llama's shape with one module for queries, keys and
 * values. Prompts longer than it was trained for are served by a rotary base that grows with the
 * prompt (dynamic NTK) and by queries that grow with their position (logn); never in training.
 */
final class QwenVlLanguage implements LanguageModel {
  private final QwenVlConfig config;
  private final Parameters parameters;
  private final Tensor embeddings;
  private final List<QwenVlBlock> blocks = new ArrayList<>();
  private final RmsNorm norm;
  private final Linear head;

  QwenVlLanguage(Parameters parameters, QwenVlConfig config) {
    this.config = config;
    this.parameters = parameters;
    int hidden = config.hiddenSize();
    this.embeddings = parameters.tensor("transformer.wte.weight", config.vocabulary(), hidden);
    for (int i = 0; i < config.layers(); i++)
      blocks.add(QwenVlBlock.read(parameters, config, "transformer.h." + i));
    this.norm = parameters.rmsNorm("transformer.ln_f", hidden, config.normEpsilon());
    this.head =
        config.tied()
            ? new Linear("lm_head", embeddings, null)
            : parameters.linear("lm_head", hidden, config.vocabulary(), false);
  }

  @Override
  public Tensor embed(Tensor ids) {
    return torch.embedding(embeddings, ids);
  }

  @Override
  public Blocks blocks(Pass pass) {
    QwenVlBlock.Turned turned = new QwenVlBlock.Turned(rotation(pass), growth(pass));
    return new Blocks() {
      @Override
      public int size() {
        return blocks.size();
      }

      @Override
      public Tensor apply(int block, Tensor hidden) {
        return TensorScope.of(() -> blocks.get(block).apply(hidden, turned, pass, block));
      }
    };
  }

  /** Rotations in float32, as the reference has them whatever the dtype. */
  private Rotation rotation(Pass pass) {
    Placement wide = new Placement(parameters.placement().device(), Dtype.F32);
    double exponent = config.headSize() / (config.headSize() - 2.0);
    double base = config.rotaryBase() * Math.pow(stretch(pass), exponent);
    try (Rope rope =
        new Rope(new Rope.Settings(base, null).inverseFrequencies(config.headSize()), wide)) {
      return rope.at(pass.positions());
    }
  }

  /** α = max(1, 2^⌈log₂(L / trained) + 1⌉ − 1) of the length of the prompt, padding included. */
  private double stretch(Pass pass) {
    if (!config.ntk() || pass.training()) return 1;
    KvCache cache = pass.cache();
    double length =
        cache == null || cache.length() == 0 ? pass.positions().size(1) : cache.firstPass();
    double doublings = Math.log(length / config.trainedLength()) / Math.log(2);
    return Math.max(1, Math.pow(2, Math.ceil(doublings + 1)) - 1);
  }

  /**
   * max(1, log i / log trained) of the i-th token, [B, 1, L, 1]; null where nothing would grow. No
   * position is beyond the tokens seen.
   */
  private @Nullable Tensor growth(Pass pass) {
    long past = pass.cache() == null ? 0 : pass.cache().length();
    boolean within = past + pass.positions().size(1) <= config.trainedLength();
    if (!config.logn() || pass.training() || within) return null;
    return TensorScope.of(
        () ->
            pass.positions()
                .to(Dtype.F32.scalarType())
                .add(new Scalar(1))
                .log()
                .div(new Scalar(Math.log(config.trainedLength())))
                .clamp_min(new Scalar(1))
                .unsqueeze(1)
                .unsqueeze(-1)
                .to(parameters.placement().dtype().scalarType()));
  }

  @Override
  public Tensor head(Tensor hidden) {
    return TensorScope.of(() -> head.apply(norm.apply(hidden), Adaptation.NONE));
  }

  @Override
  public KvCache cache(long batch, long capacity) {
    long[] sizes = {batch, config.heads(), capacity, config.headSize()};
    return KvCache.empty(config.layers(), sizes, parameters.placement());
  }

  @Override
  public int vocabulary() {
    return config.vocabulary();
  }

  @Override
  public int maxPositions() {
    return config.maxPositions();
  }

  @Override
  public List<Linear> linears() {
    return blocks.stream().flatMap(QwenVlBlock::linears).toList();
  }

  @Override
  public void close() {
    parameters.close();
  }
}
