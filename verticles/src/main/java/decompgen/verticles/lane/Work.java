package decompgen.verticles.lane;

import decompgen.domain.expert.Cancellation;
import java.util.List;

/**
 * What a lane does with a batch of questions.
 *
 * @param <Q> question
 * @param <A> answer
 */
@FunctionalInterface
public interface Work<Q, A> {
  /**
   * One answer for each question, in order; on the lane's platform threads, ending soon after the
   * cancellation.
   */
  List<A> run(List<Q> batch, Cancellation cancellation);
}
