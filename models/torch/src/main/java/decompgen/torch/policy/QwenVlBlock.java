package decompgen.torch.policy;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.Rope.Rotation;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * One layer of Qwen's language model, [B, L, D] to [B, L, D].
 *
 * @param all queries, keys and values side by side, {@code c_attn}
 */
record QwenVlBlock(
    QwenVlConfig config,
    RmsNorm attentionNorm,
    Linear all,
    Linear out,
    RmsNorm mlpNorm,
    Linear up,
    Linear gate,
    Linear down) {
  static QwenVlBlock read(Parameters parameters, QwenVlConfig config, String name) {
    int hidden = config.hiddenSize();
    int attention = config.heads() * config.headSize();
    int inner = config.innerSize();
    boolean bias = config.bias();
    return new QwenVlBlock(
        config,
        parameters.rmsNorm(name + ".ln_1", hidden, config.normEpsilon()),
        parameters.linear(name + ".attn.c_attn", hidden, 3L * attention, true),
        parameters.linear(name + ".attn.c_proj", attention, hidden, bias),
        parameters.rmsNorm(name + ".ln_2", hidden, config.normEpsilon()),
        parameters.linear(name + ".mlp.w1", hidden, inner, bias),
        parameters.linear(name + ".mlp.w2", hidden, inner, bias),
        parameters.linear(name + ".mlp.c_proj", inner, hidden, bias));
  }

  /** What positions do to queries and keys. */
  record Turned(Rotation rotation, @Nullable Tensor growth) {
    Tensor keys(Tensor x) {
      return rotation.turn(x).to(x.scalar_type());
    }

    Tensor queries(Tensor x) {
      return growth == null ? keys(x) : keys(x).mul(growth);
    }
  }

  Tensor apply(Tensor x, Turned turned, Pass pass, int index) {
    Tensor attended = x.add(attention(attentionNorm.apply(x), turned, pass, index));
    return attended.add(mlp(mlpNorm.apply(attended), pass.adaptation()));
  }

  private Tensor attention(Tensor x, Turned turned, Pass pass, int index) {
    Tensor parts = all.apply(x, pass.adaptation());
    Tensor queries = turned.queries(heads(parts, 0));
    KvCache.Seen own = new KvCache.Seen(turned.keys(heads(parts, 1)), heads(parts, 2));
    return out.apply(Attention.attend(queries, own, pass, index), pass.adaptation());
  }

  /** The part-th third of [B, L, 3·H·d] as [B, H, L, d]. */
  private Tensor heads(Tensor parts, int part) {
    long width = (long) config.heads() * config.headSize();
    return parts
        .narrow(2, part * width, width)
        .reshape(parts.size(0), parts.size(1), config.heads(), config.headSize())
        .transpose(1, 2);
  }

  /** The gate is w2, not w1 as in Llama's order of names. */
  private Tensor mlp(Tensor x, Adaptation adaptation) {
    return TensorScope.of(
        () ->
            down.apply(
                up.apply(x, adaptation).mul(torch.silu(gate.apply(x, adaptation))), adaptation));
  }

  Stream<Linear> linears() {
    return Stream.of(all, out, up, gate, down);
  }
}
