package decompgen.torch.train;

import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.LanguageModel;
import decompgen.torch.policy.VisionLanguageModel;

/**
 * What is trained: a language model, and how its embeddings are made.
 *
 * @param placement where and in which dtype the language model computes
 */
public record Trainee(LanguageModel language, Embedder embedder, Placement placement) {
  /** A model of text alone, or one whose pictures are left away. */
  public static Trainee text(LanguageModel language, Placement placement) {
    return new Trainee(
        language,
        (ids, _) -> language.embed(Tensors.on(placement.device(), ids, 1, ids.length)),
        placement);
  }

  /** A model that is shown pictures; the cache must stay open while it is trained. */
  public static Trainee of(VisionLanguageModel model, PictureFeatures features) {
    return new Trainee(
        model.language(),
        (ids, pictures) -> model.embed(ids, features.of(pictures)),
        model.placement());
  }
}
