package decompgen.domain.policy;

import java.util.List;

/**
 * How the next token is chosen, in the words and the order of transformers: repetition penalty,
 * temperature, top-k, top-p.
 *
 * @param maxTokens most tokens of a response, 1 to 8192
 * @param temperature divides the logits, 0 to 2; 0 takes the likeliest token always (greedy)
 * @param topP only the likeliest tokens that together have this probability, in (0,1]
 * @param topK only so many likeliest tokens; 0 all
 * @param repetitionPenalty divides positive and multiplies negative logits of tokens that were
 *     there (Keskar et al. 2019, section 4.1), 1 to 10
 * @param stops texts that end a response and are no part of it, at most 16, none empty
 * @param seed of the random choices: equal seeds give equal responses
 */
public record Sampling(
    int maxTokens,
    double temperature,
    double topP,
    int topK,
    double repetitionPenalty,
    List<String> stops,
    long seed) {
  public Sampling {
    require(maxTokens >= 1 && maxTokens <= 8192, "max-tokens", maxTokens, "1 to 8192");
    require(temperature >= 0 && temperature <= 2, "temperature", temperature, "0 to 2");
    require(topP > 0 && topP <= 1, "top-p", topP, "above 0 and at most 1");
    require(topK >= 0, "top-k", topK, "0 or more");
    require(
        repetitionPenalty >= 1 && repetitionPenalty <= 10,
        "repetition-penalty",
        repetitionPenalty,
        "1 to 10");
    stops = List.copyOf(stops);
    require(
        stops.size() <= 16 && stops.stream().noneMatch(String::isEmpty),
        "stop",
        stops,
        "at most 16 texts, none empty");
  }

  /** The likeliest token always. */
  public static Sampling greedy(int maxTokens) {
    return new Sampling(maxTokens, 0, 1, 0, 1, List.of(), 0);
  }

  public boolean isGreedy() {
    return temperature == 0;
  }

  private static void require(boolean holds, String name, Object value, String range) {
    if (!holds) throw new IllegalArgumentException(name + ": " + value + " is not " + range);
  }
}
