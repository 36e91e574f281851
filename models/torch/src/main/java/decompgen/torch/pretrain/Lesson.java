package decompgen.torch.pretrain;

import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/** One thing that a network learns. */
interface Lesson extends AutoCloseable {
  /** For people: "looking", "captions". */
  String name();

  /** What moves while it is learnt. */
  List<Tensor> parameters();

  /** The mean loss of a batch that is drawn now, a scalar to go backward from. */
  Tensor loss(SplittableRandom random);

  @Override
  void close();
}
