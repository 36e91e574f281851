package decompgen.torch.adapter;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.LoraSettings;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Randomness;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.Linear;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A low-rank adapter on linear modules of a language model: y + scaling · (x Aᵀ) Bᵀ (Hu et al.
 * 2021, Eq. 3), in float32 whatever the network's dtype is, as PEFT does it. The adapter itself is
 * the adaptation without dropout.
 */
public final class Lora implements Adaptation, AutoCloseable {
  private final LoraSettings settings;
  private final LoraWeights weights;
  private final Map<String, Indexed> partByModule = new HashMap<>();

  private record Indexed(int index, LoraWeights.Part part) {}

  Lora(LoraSettings settings, LoraWeights weights) {
    this.settings = settings;
    this.weights = weights;
    for (LoraWeights.Part part : weights.parts())
      partByModule.put(part.module(), new Indexed(partByModule.size(), part));
  }

  /**
   * A new adapter to be trained, on those of the modules that the settings choose. As PEFT begins:
   * A uniform within ±1/√in (Kaiming, a = √5), B zero, so that it changes nothing yet.
   *
   * @param linears the language model's modules
   * @throws Failure CONFIG_INVALID when the settings choose none
   */
  public static Lora create(
      LoraSettings settings, List<Linear> linears, Device device, Randomness randomness) {
    List<Linear> chosen = linears.stream().filter(l -> settings.targets().match(l.name())).toList();
    if (chosen.isEmpty())
      throw new Failure(
          ErrorCode.CONFIG_INVALID,
          "lora.targets: %s match no linear module of the language model, whose first are %s"
              .formatted(settings.targets(), linears.stream().limit(7).map(Linear::name).toList()));
    LoraWeights weights = new LoraWeights(chosen, settings.rank(), device, true);
    Torch.withoutGradients(() -> begin(weights, randomness));
    return new Lora(settings, weights);
  }

  private static LoraWeights begin(LoraWeights weights, Randomness randomness) {
    try (TensorScope _ = TensorScope.open()) {
      for (int i = 0; i < weights.parts().size(); i++) {
        Tensor a = weights.parts().get(i).a();
        double bound = 1 / Math.sqrt(a.size(1));
        a.uniform_(-bound, bound, randomness.at(i).generator(weights.device()));
      }
      return weights;
    }
  }

  public LoraSettings settings() {
    return settings;
  }

  public LoraWeights weights() {
    return weights;
  }

  /**
   * The adaptation of one pass in training. The same randomness gives the same masks, so that a
   * block can be computed again.
   */
  public Adaptation withDropout(Randomness randomness) {
    if (settings.dropout() == 0) return this;
    return (module, input, output) -> {
      Indexed found = partByModule.get(module);
      if (found == null) return output;
      return TensorScope.of(
          () -> adapt(found.part(), dropped(wide(input), randomness.at(found.index())), output));
    };
  }

  /** Zeroes a share of the elements and enlarges the others by 1 / (1 − share). */
  private Tensor dropped(Tensor input, Randomness randomness) {
    double kept = 1 - settings.dropout();
    Tensor mask =
        torch
            .empty_like(input)
            .bernoulli_(kept, randomness.generator(weights.device()))
            .div_(new Scalar(kept));
    return input.mul(mask);
  }

  @Override
  public Tensor adapt(String module, Tensor input, Tensor output) {
    Indexed found = partByModule.get(module);
    return found == null ? output : TensorScope.of(() -> adapt(found.part(), wide(input), output));
  }

  private Tensor adapt(LoraWeights.Part part, Tensor input, Tensor output) {
    Tensor change = torch.linear(torch.linear(input, part.a()), part.b());
    return output.add(change, new Scalar(settings.scaling())).to(output.scalar_type());
  }

  private static Tensor wide(Tensor input) {
    return input.to(Dtype.F32.scalarType());
  }

  /**
   * The weight that computes what module and adapter do together: W + scaling · B A, [out, in] in
   * W's dtype; W itself where the adapter is not.
   */
  public Tensor merged(Linear linear) {
    Indexed found = partByModule.get(linear.name());
    if (found == null) return linear.weight();
    return Torch.withoutGradients(
        () ->
            TensorScope.of(
                () ->
                    wide(linear.weight())
                        .add(
                            found.part().b().matmul(found.part().a()),
                            new Scalar(settings.scaling()))
                        .to(linear.weight().scalar_type())));
  }

  @Override
  public void close() {
    weights.close();
  }
}
