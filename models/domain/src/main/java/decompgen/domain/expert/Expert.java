package decompgen.domain.expert;

import decompgen.domain.evidence.Evidence;
import java.util.List;

/**
 * Answers one kind of question about pictures with what it saw; verdicts are the rules' business.
 */
public interface Expert extends AutoCloseable {
  /**
   * Its name in configuration and judgements: {@code detector}, {@code classifier}, {@code colour},
   * {@code reader}.
   */
  String name();

  /** Model and version, part of cache keys and fingerprints: {@code efficientdet-lite2/1}. */
  String version();

  /**
   * Looks at several pictures in one call, on a platform thread, several calls at once allowed.
   *
   * @return one evidence for each inquiry, in order
   * @throws decompgen.domain.error.Failure MODEL_FAILED with model and shape, or CANCELLED soon
   *     after the cancellation
   */
  List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation);

  /** Frees the model; calls after the first do nothing. No answer may be under way. */
  @Override
  void close();
}
