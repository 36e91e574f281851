package decompgen.torch.port;

import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.generate.Prompt;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.KvCache;
import decompgen.torch.policy.LanguageModel;
import decompgen.torch.policy.Masks;
import decompgen.torch.policy.Pass;
import decompgen.torch.policy.VisionLanguageModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;

/** Log-probabilities of completions of one prompt, which is read once. */
final class PrefixScorer {
  private final LanguageModel model;
  private final Device device;
  private final Adaptation adaptation;

  PrefixScorer(VisionLanguageModel model, Adaptation adaptation) {
    this.model = model.language();
    this.device = model.placement().device();
    this.adaptation = adaptation;
  }

  /**
   * One a completion: natural log, its tokens only, in float32.
   *
   * @throws Failure REQUEST_INVALID when a completion does not fit the model; MODEL_FAILED when a
   *     log-probability is not finite
   */
  List<CompletionLogProb> score(Prompt prompt, List<int[]> completions) {
    int longest = completions.stream().mapToInt(ids -> ids.length).max().orElse(0);
    requireRoom(prompt.ids().length + longest);
    for (int[] completion : completions) model.requireKnown(longs(completion));
    return Torch.withoutGradients(
        () -> {
          try (TensorScope _ = TensorScope.open();
              KvCache cache = model.cache(1, prompt.ids().length + longest)) {
            Tensor read = read(prompt.embeddings(), cache);
            Tensor last = read.narrow(1, read.size(1) - 1, 1);
            List<CompletionLogProb> scored = new ArrayList<>();
            for (int[] completion : completions) scored.add(score(last, completion, cache));
            return scored;
          }
        });
  }

  private void requireRoom(int tokens) {
    if (tokens <= model.maxPositions()) return;
    throw new Failure(
        ErrorCode.REQUEST_INVALID,
        "prompt and response have %d tokens, the model takes %d"
            .formatted(tokens, model.maxPositions()));
  }

  /**
   * @param last what the prompt's last token became, [1, 1, D]: it predicts the first token
   */
  private CompletionLogProb score(Tensor last, int[] completion, KvCache cache) {
    long past = cache.length();
    try (TensorScope _ = TensorScope.open()) {
      Tensor hidden = last;
      if (completion.length > 1) {
        long[] fed = longs(Arrays.copyOf(completion, completion.length - 1));
        hidden =
            Tensors.cat(1, last, read(model.embed(Tensors.on(device, fed, 1, fed.length)), cache));
      }
      Tensor each =
          model
              .head(hidden.select(0, 0))
              .to(Dtype.F32.scalarType())
              .log_softmax(-1)
              .gather(1, Tensors.on(device, longs(completion), completion.length, 1));
      double sum = DoubleStream.of(Tensors.doubles(each)).sum();
      return new CompletionLogProb(finite(sum), completion.length);
    } finally {
      cache.truncate(past);
    }
  }

  private static double finite(double sum) {
    if (Double.isFinite(sum)) return sum;
    throw new Failure(
        ErrorCode.MODEL_FAILED,
        "a response's log-probability is %s: weights, adapter or dtype are to blame; try float32"
            .formatted(sum));
  }

  /** Embeddings [1, L, D] after what the cache has seen, to the last block's outputs. */
  private Tensor read(Tensor embeddings, KvCache cache) {
    long past = cache.length();
    long length = embeddings.size(1);
    long[] places = LongStream.range(past, past + length).toArray();
    Tensor positions = Tensors.on(device, places, 1, length);
    Tensor mask = past == 0 ? null : Masks.after(past, length, device);
    return model.blocks(new Pass(positions, mask, cache, adaptation)).all(embeddings);
  }

  private static long[] longs(int[] ids) {
    return Arrays.stream(ids).asLongStream().toArray();
  }
}
