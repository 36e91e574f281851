package decompgen.torch.policy;

import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Weights;
import decompgen.torch.policy.Rope.Rotation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Llama 2, 3 and Vicuna (Touvron et al. 2023; Llama team 2024): pre-norm blocks of rotary
 * grouped-query attention and SwiGLU.
 */
public final class Llama implements LanguageModel {
  private final LlamaConfig config;
  private final Parameters parameters;
  private final Rope rope;
  private final Tensor embeddings;
  private final List<Block> blocks = new ArrayList<>();
  private final RmsNorm norm;
  private final Linear head;

  Llama(Parameters parameters, LlamaConfig config, Names names) {
    this.config = config;
    this.parameters = parameters;
    long vocabulary = config.vocabulary();
    this.embeddings =
        parameters.tensor(names.model() + ".embed_tokens.weight", vocabulary, config.hiddenSize());
    for (int i = 0; i < config.layers(); i++)
      blocks.add(block(parameters, config, names.model() + ".layers." + i));
    this.norm =
        parameters.rmsNorm(names.model() + ".norm", config.hiddenSize(), config.normEpsilon());
    this.head =
        config.tied()
            ? new Linear(names.head(), embeddings, null)
            : parameters.linear(names.head(), config.hiddenSize(), vocabulary, false);
    this.rope =
        new Rope(config.rope().inverseFrequencies(config.headSize()), parameters.placement());
  }

  /**
   * Where the text model stands in a checkpoint.
   *
   * @param model prefix of embeddings and layers, {@code model} in a text-only checkpoint
   * @param head name of the head, {@code lm_head}
   */
  public record Names(String model, String head) {
    public static final Names TEXT_ONLY = new Names("model", "lm_head");
  }

  /** Reads the text model of a checkpoint; the weights must stay open while it is used. */
  public static Llama read(Weights weights, LlamaConfig config, Names names, Placement placement) {
    return Parameters.read(weights, placement, parameters -> new Llama(parameters, config, names));
  }

  @Override
  public Tensor embed(Tensor ids) {
    return torch.embedding(embeddings, ids);
  }

  @Override
  public Blocks blocks(Pass pass) {
    Rotation rotation = rope.at(pass.positions());
    return new Blocks() {
      @Override
      public int size() {
        return blocks.size();
      }

      @Override
      public Tensor apply(int block, Tensor hidden) {
        return TensorScope.of(() -> blocks.get(block).apply(hidden, rotation, pass, block));
      }
    };
  }

  @Override
  public Tensor head(Tensor hidden) {
    return TensorScope.of(() -> head.apply(norm.apply(hidden), Adaptation.NONE));
  }

  @Override
  public KvCache cache(long batch, long capacity) {
    long[] sizes = {batch, config.keyValueHeads(), capacity, config.headSize()};
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
    return blocks.stream().flatMap(Block::linears).toList();
  }

  @Override
  public void close() {
    rope.close();
    parameters.close();
  }

  /** One layer. */
  private record Block(
      LlamaConfig config,
      RmsNorm attentionNorm,
      Linear q,
      Linear k,
      Linear v,
      Linear o,
      RmsNorm mlpNorm,
      Linear gate,
      Linear up,
      Linear down) {

    Tensor apply(Tensor x, Rotation rotation, Pass pass, int index) {
      Tensor attended = x.add(attention(attentionNorm.apply(x), rotation, pass, index));
      return attended.add(mlp(mlpNorm.apply(attended), pass.adaptation()));
    }

    private Tensor attention(Tensor x, Rotation rotation, Pass pass, int index) {
      Adaptation adaptation = pass.adaptation();
      Tensor queries = rotation.turn(heads(q.apply(x, adaptation), config.heads()));
      Tensor keys = rotation.turn(heads(k.apply(x, adaptation), config.keyValueHeads()));
      Tensor values = heads(v.apply(x, adaptation), config.keyValueHeads());
      KvCache.Seen own = new KvCache.Seen(keys, values);
      return o.apply(Attention.attend(queries, own, pass, index), adaptation);
    }

    /** [B, L, n·d] to [B, n, L, d]. */
    private Tensor heads(Tensor x, int heads) {
      return x.view(x.size(0), x.size(1), heads, config.headSize()).transpose(1, 2);
    }

    private Tensor mlp(Tensor x, Adaptation adaptation) {
      return TensorScope.of(
          () ->
              down.apply(
                  torch.silu(gate.apply(x, adaptation)).mul(up.apply(x, adaptation)), adaptation));
    }

    Stream<Linear> linears() {
      return Stream.of(q, k, v, o, gate, up, down);
    }
  }

  private static Block block(Parameters parameters, LlamaConfig config, String name) {
    int hidden = config.hiddenSize();
    int inner = config.intermediateSize();
    int queries = config.heads() * config.headSize();
    int keys = config.keyValueHeads() * config.headSize();
    String attention = name + ".self_attn.";
    String mlp = name + ".mlp.";
    boolean bias = config.attentionBias();
    return new Block(
        config,
        parameters.rmsNorm(name + ".input_layernorm", hidden, config.normEpsilon()),
        parameters.linear(attention + "q_proj", hidden, queries, bias),
        parameters.linear(attention + "k_proj", hidden, keys, bias),
        parameters.linear(attention + "v_proj", hidden, keys, bias),
        parameters.linear(attention + "o_proj", queries, hidden, bias),
        parameters.rmsNorm(name + ".post_attention_layernorm", hidden, config.normEpsilon()),
        parameters.linear(mlp + "gate_proj", hidden, inner, config.mlpBias()),
        parameters.linear(mlp + "up_proj", hidden, inner, config.mlpBias()),
        parameters.linear(mlp + "down_proj", inner, hidden, config.mlpBias()));
  }
}
