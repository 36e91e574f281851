package decompgen.torch.policy;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.torch.Parity;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Running vision-language models on the reference's cases. */
final class Cases {
  private Cases() {}

  /** Reads a model and uses it without gradients. */
  static void with(String folder, Placement placement, Consumer<VisionLanguageModel> test) {
    try (VisionLanguageModel model = VisionLanguageModel.read(Parity.folder(folder), placement);
        TensorScope scope = TensorScope.open()) {
      Torch.withoutGradients(
          () -> {
            test.accept(model);
            return true;
          });
    }
  }

  /** A pass over a padded batch whose positions are the columns, as forward() has them. */
  static Pass padded(Tensor attentionMask, Placement placement) {
    long length = attentionMask.size(1);
    Tensor present = attentionMask.to(placement.device().torch(), ScalarType.Bool);
    return new Pass(
        positions(0, length, placement), Masks.causal(present, length), null, Adaptation.NONE);
  }

  /** from, from + 1, …: i64 [1, length]. */
  static Tensor positions(long from, long length, Placement placement) {
    long[] values = new long[(int) length];
    for (int i = 0; i < length; i++) values[i] = from + i;
    return Tensors.of(values, 1, length).to(placement.device().torch(), ScalarType.Long);
  }

  /** That logits of present tokens and log-probabilities of labels are the reference's. */
  static void assertLogitsAndLogps(Safetensors reference, Tensor logits, double tolerance) {
    Tensor present = reference.tensor("attention_mask").unsqueeze(-1);
    Tensor ours = logits.to(Device.CPU.torch(), ScalarType.Float);
    Parity.assertNear(
        "logits", ours.mul(present), reference.tensor("logits").mul(present), tolerance);
    Tensor logps = tokenLogps(ours, reference.tensor("labels"));
    Parity.assertNear("token_logps", logps, reference.tensor("token_logps"), 2e-4);
    Parity.assertNear("logp_sum", logps.sum(1), reference.tensor("logp_sum"), 2e-4);
  }

  /** log P of each label after the token before it, [B, L - 1]; 0 where the label is negative. */
  private static Tensor tokenLogps(Tensor logits, Tensor labels) {
    long length = labels.size(1) - 1;
    Tensor targets = labels.narrow(1, 1, length);
    Tensor there = targets.ge(new Scalar(0));
    return torch
        .log_softmax(logits.narrow(1, 0, length), 2)
        .gather(2, targets.mul(there).unsqueeze(-1))
        .squeeze(-1)
        .mul(there);
  }

  /** Greedy ids after one prompt. */
  static long[] greedy(VisionLanguageModel model, long[] ids, List<Tensor> pictures, int steps) {
    long[] chosen = new long[steps];
    Tensor next = model.embed(ids, pictures);
    try (KvCache cache = model.language().cache(1, next.size(1) + steps)) {
      for (int i = 0; i < steps; i++) {
        Tensor positions = positions(cache.length(), next.size(1), model.placement());
        Tensor logits =
            model.language().logits(next, new Pass(positions, null, cache, Adaptation.NONE));
        chosen[i] = Tensors.longs(logits.select(1, -1).argmax())[0];
        next = model.language().embed(positions(chosen[i], 1, model.placement()));
      }
    }
    return chosen;
  }

  /** A row of a padded batch in JSON without its padding. */
  static long[] unpadded(JsonNode ids, JsonNode mask) {
    long[] all = Parity.longs(ids);
    long[] there = Parity.longs(mask);
    int[] kept = IntStream.range(0, all.length).filter(i -> there[i] == 1).toArray();
    return Arrays.stream(kept).mapToLong(i -> all[i]).toArray();
  }
}
