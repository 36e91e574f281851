package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which English says what something is like. */
class QualitiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A small vintage flying balloon in front of a house. | vintage balloon!, flying balloon!, small balloon~",
        "There is a blue and painted and square statue.   | blue statue!, painted statue!, square statue!",
        "two painted, spotted girls                       | painted girl!, spotted girl!",
        "melting phone                                    | melting phone!",
        "melted cheese on toast                           | melted cheese!",
        "Some very big furry brown bears                  | large bear~, furry bear!, brown bear!",
        "a gold and black logo                            | gold logo!, black logo!",
        "an orange fire hydrant                           | orange fire hydrant!",
        "A metal street lamp                              | metal street lamp!",
        "a rock wall                                      | rock wall!",
        "a polka-dot vase                                 | polka dot vase!",
        "An upside down umbrella                          | upside down umbrella!",
        "The wall is brick.                               | brick wall!",
        "a cup that is glass                              | glass cup!",
        "The fish is silver with dark spots.              | silver fish!",
        "The bus is painted red and white.                | red bus!, white bus!",
        "The bus has a red color.                         | red bus!",
        "The mountain is snow-covered.                    | snow-covered mountain!",
        "The cake is heart-shaped.                        | heart-shaped cake!",
        "The room is well-lit.                            | well-lit room!",
        "The TV is turned off.                            | turned off tv!",
        "The TV is off.                                   | off tv!",
        "A man with his mouth open.                       | open mouth!",
        "The cat has one eye open.                        | open eye!",
        "A cat on a white background.                     | white background!",
        "The background is blurry.                        | blurry background!",
        "There is a wall and the background is dark.      | dark background!",
        "The person has on an olive green top.            | olive green top!",
        "A woman writing with a pen.                      | writing woman!",
        "batman dancing in a hall                         | dancing batman!",
      })
  void decompose_quality_isFound(String sentence, String qualities) {
    assertThat(Said.in(sentence)).contains(qualities.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a black colored border            | colored border!",
        "A person with one wearing hats    | wearing hat!",
        "They are all wearing skis.        | wearing ski!",
        "some carrying handbags            | carrying handbag!",
        "a blue-eyed cat                   | blue cat!",
        "a balloon and a cat sitting       | sitting balloon and cat!",
        "A cat sitting on the couch and a balloon in the corner. | sitting balloon!",
        "A person with legs crossed and hands on the knees.      | crossed hand!",
        "Trees in the background.          | background",
        "A cat on a white background.      | background",
        "Two men pose in front of a blue background.             | man[pose in front of]background",
      })
  void decompose_whatIsNotSaid_isNoClaim(String sentence, String claim) {
    assertThat(Said.in(sentence)).isNotEmpty().doesNotContain(claim);
  }

  @Test
  void decompose_materialThatIsSaidOfIt_isNoThing() {
    assertThat(Said.in("The wall is brick.")).containsExactly("wall", "brick wall!");
    assertThat(Said.in("There is glass on the floor.")).contains("glass");
  }
}
