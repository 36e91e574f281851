package decompgen.domain.policy;

import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Picture;
import java.util.List;

/** A model that responds to pictures. One call at a time, on platform threads. */
public interface Policy extends AutoCloseable {

  /** Name of the model, and of the adapter on it, where there is one. */
  String version();

  /**
   * Writes responses to one question; the question and its pictures are read once.
   *
   * @param samples responses to write, 1 to 64
   * @param listener hears the text as it is written
   * @return the responses, in order
   * @throws Failure CANCELLED between two tokens; REQUEST_INVALID when the question does not fit
   *     the model
   */
  List<String> respond(
      Question question,
      int samples,
      Sampling sampling,
      ResponseListener listener,
      Cancellation cancellation);

  /**
   * How likely the model finds each of these responses, their end included.
   *
   * @throws Failure REQUEST_INVALID when the question or a response does not fit the model
   */
  List<CompletionLogProb> logProbs(Question question, List<String> responses);

  @Override
  void close();

  /**
   * What is asked.
   *
   * @param pictures stand before the first turn of the user
   * @param turns the user's last
   */
  record Question(List<Picture> pictures, List<Turn> turns) {
    public Question {
      pictures = List.copyOf(pictures);
      turns = List.copyOf(turns);
      if (turns.isEmpty() || turns.getLast().role() != Turn.Role.USER)
        throw new IllegalArgumentException("the last turn must be the user's");
    }
  }

  /** Hears a response being written. */
  @FunctionalInterface
  interface ResponseListener {
    /**
     * @param response number of the response, from 0
     * @param text what comes next, whole characters
     */
    void heard(int response, String text);
  }
}
