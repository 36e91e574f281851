package decompgen.torch.policy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A causal language model: embeddings, a stack of blocks, a head. Platform threads only. */
public interface LanguageModel extends AutoCloseable {
  /** Token ids i64 [B, L] to embeddings [B, L, D]. */
  Tensor embed(Tensor ids);

  /** The blocks, prepared for one pass; usable in the scope that is open now. */
  Blocks blocks(Pass pass);

  /** Final norm and vocabulary projection: [.., D] to logits [.., V]. */
  Tensor head(Tensor hidden);

  /** An empty cache for a batch. */
  KvCache cache(long batch, long capacity);

  /** Tokens of the vocabulary, V. */
  int vocabulary();

  /**
   * @throws Failure REQUEST_INVALID when an id is none of the vocabulary's
   */
  default void requireKnown(long[] ids) {
    for (long id : ids)
      if (id < 0 || id >= vocabulary())
        throw new Failure(
            ErrorCode.REQUEST_INVALID,
            "token id %d lies outside the vocabulary of %d: do tokenizer and checkpoint belong together?"
                .formatted(id, vocabulary()));
  }

  /** Longest sequence that it was made for, in tokens. */
  int maxPositions();

  /** Its linear modules by name, in the order of the network: what an adapter may be put on. */
  List<Linear> linears();

  /** Logits [B, L, V] of a whole pass. */
  default Tensor logits(Tensor embeddings, Pass pass) {
    return head(blocks(pass).all(embeddings));
  }

  @Override
  void close();

  /** The blocks of one pass, one by one, so that a trainer may recompute them. */
  interface Blocks {
    int size();

    /** One block, [B, L, D] to [B, L, D]. */
    Tensor apply(int block, Tensor hidden);

    /** All blocks after each other. */
    default Tensor all(Tensor embeddings) {
      Tensor hidden = embeddings;
      for (int i = 0; i < size(); i++) hidden = apply(i, hidden);
      return hidden;
    }
  }
}
