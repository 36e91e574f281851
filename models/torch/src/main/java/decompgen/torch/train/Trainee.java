package decompgen.torch.train;

import decompgen.torch.memory.Placement;
import decompgen.torch.policy.LanguageModel;

/**
 * What is trained: a language model, and how its embeddings are made.
 *
 * @param placement where and in which dtype the language model computes
 */
public record Trainee(LanguageModel language, Embedder embedder, Placement placement) {
  /** A model of text alone. */
  public static Trainee text(LanguageModel language, Placement placement) {
    return new Trainee(language, (ids, _) -> language.embed(ids), placement);
  }
}
