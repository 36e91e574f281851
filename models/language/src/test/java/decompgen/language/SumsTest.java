package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text counts apart, and what it counts of some or of each only. */
class SumsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Two red apples and three green apples.                   | apple=5",
        "Three red and two green apples.                          | apple=5",
        "two white horses and one brown horse                     | horse=3",
        "two brown horses and one black one                       | horse=3",
        "three brown cows and two white ones                      | cow=5",
        "Two cups on the left and one on the right                | cup=3",
        "a black dog and two brown dogs                           | dog=3",
        "a cat with one blue eye and one green eye                | eye=2",
        "Two men on the left and three men on the right           | man=5",
        "Two women stand by a table while three women sit.        | woman=5",
        "There are two people on the chairs and three people standing. | person=5",
        "a pair of elephants and a pair of zebras                 | elephant=2 zebra=2",
      })
  void decompose_countedApart_isTheirSum(String text, String counts) {
    assertThat(counts(text)).containsExactlyInAnyOrder(counts.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Two red apples and some green apples.",
        "There are a few boats and two boats near the pier.",
        "Each plate has two eggs on it.",
        "Every table has four chairs.",
        "Tables with four chairs each.",
        "Rows of three chairs.",
        "The dogs have four legs.",
      })
  void decompose_numberOfSomeOrOfEach_isNoCount(String text) {
    assertThat(counts(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Three men sit on a couch. The two men on the right are laughing. | man=3",
        "Three men are standing. Two men wear hats.                       | man=3",
        "Two plates, each with a fork.                                    | plate=2",
        "Each of the two plates has a fork.                               | plate=2",
        "Two boys each holding two balloons.                              | boy=2",
      })
  void decompose_someOrEachOfThem_areCountedOnce(String text, String count) {
    assertThat(counts(text)).containsExactly(count);
  }

  private static List<String> counts(String text) {
    return Said.in(text).stream().filter(said -> said.matches(".+=\\d+")).toList();
  }
}
