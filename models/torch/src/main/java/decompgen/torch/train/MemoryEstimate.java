package decompgen.torch.train;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.Linear;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Memory that a training will need, from above: it counts the largest pairs in one batch. The
 * process itself, about a quarter of a gigabyte, is there already and not counted.
 *
 * @param weights bytes of the language model
 * @param held bytes of these that were taken when it was opened, because its files have another
 *     dtype or lie elsewhere; files that are mapped are cache, which counts as available
 * @param adapter bytes of the adapter, its gradients and its optimiser
 * @param activations bytes that the way back keeps
 * @param logits bytes of the predictions and their gradients
 */
record MemoryEstimate(long weights, long held, long adapter, long activations, long logits) {
  /**
   * Elements kept a token, as a share of inputs and outputs of all linear modules: measured on
   * Llama's blocks, see DECISIONS 19.
   */
  private static final double KEPT = 1.6;

  /** Linear modules of a Llama's block; Qwen's has fewer, which puts its estimate higher. */
  private static final int MODULES = 7;

  static MemoryEstimate of(Trainee trainee, TrainingData data, TrainingSettings settings) {
    List<Linear> linears = trainee.language().linears();
    int bytes = trainee.placement().dtype().bytes();
    long sizes = linears.stream().mapToLong(l -> l.weight().size(0) + l.weight().size(1)).sum();
    long chosen =
        linears.stream()
            .filter(l -> settings.lora().targets().match(l.name()))
            .mapToLong(l -> l.weight().size(0) + l.weight().size(1))
            .sum();
    long elements = linears.stream().mapToLong(l -> l.weight().numel()).sum();
    long width = linears.getFirst().weight().size(1);
    List<TokenPair> largest = largest(data.all(), settings);
    long tokens = tokens(largest, settings.computation().layout());
    long predicted = largest.stream().mapToLong(p -> p.chosen().length + p.rejected().length).sum();
    long weights = (elements + 2L * trainee.language().vocabulary() * width) * bytes;
    return new MemoryEstimate(
        weights,
        linears.stream().allMatch(l -> Tensors.ownsBytes(l.weight())) ? weights : 0,
        chosen * settings.lora().rank() * 4 * Dtype.F32.bytes(),
        (long) (tokens * sizes * bytes * kept(trainee, settings)),
        predicted * trainee.language().vocabulary() * (bytes + 3L * Dtype.F32.bytes()));
  }

  /** With every block computed again, one block's and the inputs of all are kept. */
  private static double kept(Trainee trainee, TrainingSettings settings) {
    if (!settings.computation().gradientCheckpointing()) return KEPT;
    long blocks = Math.max(1, trainee.language().linears().size() / MODULES);
    return KEPT / blocks + .1;
  }

  private static List<TokenPair> largest(List<TokenPair> pairs, TrainingSettings settings) {
    return pairs.stream()
        .sorted(Comparator.comparingInt(TokenPair::length).reversed())
        .limit(settings.batch().pairs())
        .toList();
  }

  private static long tokens(List<TokenPair> pairs, PairLayout layout) {
    return switch (layout) {
      case PLAIN -> 2L * pairs.size() * pairs.getFirst().length();
      case SHARED_PREFIX ->
          pairs.size()
              * pairs.stream()
                  .mapToLong(p -> p.prompt().length + p.chosen().length + p.rejected().length)
                  .max()
                  .orElse(0);
    };
  }

  long bytes() {
    return weights + adapter + activations + logits;
  }

  /**
   * Compares what is still to be taken with what is available, where that is known: in the machine,
   * not on a GPU.
   *
   * @return the bytes needed in all
   * @throws Failure CONFIG_INVALID, with advice, when there is less
   */
  long require(Device device) {
    OptionalLong available = device.isCpu() ? ProcessMemory.availableBytes() : OptionalLong.empty();
    long missing = bytes() - held;
    if (available.isEmpty() || missing <= available.getAsLong()) return bytes();
    throw new Failure(
        ErrorCode.CONFIG_INVALID,
        "the training needs about %s more (weights %s, activations %s, predictions %s, adapter %s), %s are available. Lower batch.pairs and raise batch.accumulation, turn gradient-checkpointing on, lower max-length, or take bfloat16."
            .formatted(
                gib(missing),
                gib(weights - held),
                gib(activations),
                gib(logits),
                gib(adapter),
                gib(available.getAsLong())));
  }

  private static String gib(long bytes) {
    return "%.1f GiB".formatted(bytes / (double) (1 << 30));
  }
}
