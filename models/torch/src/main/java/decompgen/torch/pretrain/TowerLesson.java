package decompgen.torch.pretrain;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.Llava;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The vision tower learns to see: a head that is thrown away afterwards says of every patch what
 * lies under its centre.
 */
final class TowerLesson implements Lesson {
  private static final int BATCH = 64;

  private final Llava policy;
  private final List<Tensor> tower;
  private final Gallery gallery;
  private final Tensor targets;
  private final Tensor weight;
  private final Tensor bias;

  /**
   * @param tower the policy's tensors that move
   */
  TowerLesson(Llava policy, List<Tensor> tower, Gallery gallery, Patches patches) {
    this.policy = policy;
    this.tower = tower;
    this.gallery = gallery;
    long[] answers =
        IntStream.range(0, gallery.size())
            .boxed()
            .flatMapToLong(row -> Arrays.stream(patches.targets(gallery.scene(row))))
            .toArray();
    this.targets = Tensors.of(answers, gallery.size(), answers.length / gallery.size());
    TensorScope.keep(targets);
    SplittableRandom random = new SplittableRandom(patches.answers().size());
    long width = policy.selectedWidth();
    long count = patches.answers().size();
    this.weight = FreshWeights.random("head.weight", new long[] {count, width}, random);
    this.bias = FreshWeights.random("head.bias", new long[] {count}, random);
  }

  @Override
  public String name() {
    return "looking";
  }

  @Override
  public List<Tensor> parameters() {
    return Stream.concat(tower.stream(), Stream.of(weight, bias)).toList();
  }

  @Override
  public Tensor loss(SplittableRandom random) {
    long[] rows = random.longs(BATCH, 0, gallery.size()).toArray();
    return TensorScope.of(
        () -> {
          Tensor logits = torch.linear(policy.selected(gallery.pixelValues(rows)), weight, bias);
          Tensor expected = targets.index_select(0, Tensors.of(rows, rows.length));
          return torch.cross_entropy_loss(logits.flatten(0, 1), expected.flatten(0, 1));
        });
  }

  @Override
  public void close() {
    targets.close();
    weight.close();
    bias.close();
  }
}
