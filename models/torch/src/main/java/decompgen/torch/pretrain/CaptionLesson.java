package decompgen.torch.pretrain;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.LanguageModel;
import decompgen.torch.policy.Llava;
import decompgen.torch.policy.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Projector and language model learn captions of what the tower sees; the tower stands still, so
 * that its states are computed once.
 */
final class CaptionLesson implements Lesson {
  private static final int BATCH = 64;

  private final Llava policy;
  private final List<Tensor> language;
  private final Gallery gallery;
  private final Teacher teacher;
  private final Tensor states;

  /**
   * @param language the policy's tensors that move
   */
  CaptionLesson(Llava policy, List<Tensor> language, Gallery gallery, Teacher teacher) {
    this.policy = policy;
    this.language = language;
    this.gallery = gallery;
    this.teacher = teacher;
    this.states = Torch.withoutGradients(this::look);
  }

  private Tensor look() {
    List<Tensor> parts = new ArrayList<>();
    try (TensorScope _ = TensorScope.open()) {
      for (int from = 0; from < gallery.size(); from += BATCH) {
        int to = Math.min(from + BATCH, gallery.size());
        parts.add(look(LongStream.range(from, to).toArray()));
      }
      return TensorScope.keep(Tensors.cat(0, parts.toArray(Tensor[]::new)));
    }
  }

  private Tensor look(long[] rows) {
    return TensorScope.of(() -> policy.selected(gallery.pixelValues(rows)));
  }

  @Override
  public String name() {
    return "captions";
  }

  @Override
  public List<Tensor> parameters() {
    return language;
  }

  @Override
  public Tensor loss(SplittableRandom random) {
    long[] rows = random.longs(BATCH, 0, gallery.size()).toArray();
    CaptionBatch batch =
        teacher.batch(
            Arrays.stream(rows).mapToObj(row -> gallery.scene((int) row)).toList(), random);
    return TensorScope.of(
        () -> {
          Tensor seen = states.index_select(0, Tensors.of(rows, rows.length));
          Tensor targets = Tensors.of(batch.targets(), batch.targets().length);
          return torch.cross_entropy_loss(
              logits(policy.project(seen), batch).flatten(0, 1), targets);
        });
  }

  /** Logits of what follows each token after the picture, [rows, length, V]. */
  private Tensor logits(Tensor pictures, CaptionBatch batch) {
    LanguageModel model = policy.language();
    Tensor before = model.embed(Tensors.of(batch.before(), 1, batch.before().length));
    Tensor after = model.embed(Tensors.of(batch.after(), batch.rows(), batch.length()));
    Tensor embeddings = Tensors.cat(1, before.expand(batch.rows(), -1, -1), pictures, after);
    long all = embeddings.size(1);
    Tensor positions = Tensors.of(LongStream.range(0, all).toArray(), 1, all);
    Tensor hidden = model.blocks(Pass.causal(positions, Adaptation.NONE)).all(embeddings);
    return model.head(hidden.narrow(1, all - batch.length(), batch.length()));
  }

  @Override
  public void close() {
    states.close();
  }
}
