package decompgen.torch.train;

import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.VisionLanguageModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/**
 * Features of pictures, computed once while they are among the last used: the tower is frozen, so
 * they do not change in a training. One thread only.
 */
public final class PictureFeatures implements AutoCloseable {
  private final VisionLanguageModel model;
  private final Function<String, Tensor> pixels;
  private final int capacity;
  private final Map<String, Tensor> kept = new LinkedHashMap<>(16, .75f, true);

  /**
   * @param pixels from a picture's key to [1, 3, S, S] as {@link VisionLanguageModel#features}
   *     takes them
   * @param capacity pictures kept, the last used ones; 0 keeps none
   */
  public PictureFeatures(VisionLanguageModel model, Function<String, Tensor> pixels, int capacity) {
    this.model = model;
    this.pixels = pixels;
    this.capacity = capacity;
  }

  /** [n, D] each, in the pictures' order; they belong to the scope that is open now. */
  public List<Tensor> of(List<String> pictures) {
    List<Tensor> features = new ArrayList<>();
    for (String picture : pictures) features.add(of(picture));
    return features;
  }

  private Tensor of(String picture) {
    Tensor known = kept.get(picture);
    if (known == null) {
      known = computed(picture);
      kept.put(picture, known);
    }
    Tensor shared = known.detach();
    dropOldest();
    return shared;
  }

  private Tensor computed(String picture) {
    try (TensorScope _ = TensorScope.open()) {
      return TensorScope.keep(model.features(pixels.apply(picture)).select(0, 0).contiguous());
    }
  }

  private void dropOldest() {
    Iterator<Tensor> oldest = kept.values().iterator();
    while (kept.size() > capacity) {
      oldest.next().close();
      oldest.remove();
    }
  }

  @Override
  public void close() {
    kept.values().forEach(Tensor::close);
    kept.clear();
  }
}
