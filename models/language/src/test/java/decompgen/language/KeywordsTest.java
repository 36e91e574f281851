package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts for image generators and notes about poses, which are lists and no sentences. */
class KeywordsTest {
  @Test
  void decompose_keywords_haveNothingOfEachOther() {
    assertThat(Said.in("a cyberpunk city at night, neon lights, rain, reflections"))
        .containsExactly(
            "cyberpunk city", "at night cyberpunk city!", "neon light", "rain", "reflection");
    assertThat(Said.in("a samurai, glowing red eyes, cherry trees, rain"))
        .containsExactly("samurai", "eye", "glowing eye!", "red eye!", "cherry tree", "rain");
  }

  @Test
  void decompose_adjectivesAmongKeywords_areOfWhatComesFirst() {
    assertThat(Said.in("old castle, blue lights, symmetrical, gold and white"))
        .containsExactly(
            "castle",
            "old castle!",
            "light",
            "blue light!",
            "symmetrical castle!",
            "gold castle!",
            "white castle!");
  }

  @Test
  void decompose_keywordThatGoesOn_staysWithItsNoun() {
    assertThat(Said.in("a chef, cooking pasta, in a kitchen, red tiles"))
        .contains("chef[cook]pasta", "tile", "red tile!");
  }

  @Test
  void decompose_adjectivesBeforeTheirNoun_areNoKeywords() {
    assertThat(Said.in("chunky, organic, colorful, balloons, on a table"))
        .contains("organic balloon!", "colorful balloon!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a fox, octane render, 8k, unreal engine 5",
        "a fox, highly detailed digital painting, artstation, concept art",
        "a fox, dramatic lighting, 35mm, f/1.8, bokeh, sharp focus",
        "a fox, greg rutkowski, makoto shinkai",
        "a fox, depth of field, cinematic lighting, 8 k",
        "a fox, in the style of jakub rozalski and simon stalenhag",
        "a fox, oil on canvas, masterpiece",
        "a fox, award-winning, national geographic, low poly",
      })
  void decompose_howAPictureIsMade_isNotInIt(String prompt) {
    assertThat(Said.in(prompt)).containsExactly("fox");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Body hunched over with arms hanging down, head looking up | hunched over body!, hanging down arm!, looking up head!",
        "standing on one leg with arms outstretched  | standing person!, outstretched arm!",
        "crouching with the left knee bent           | crouching person!",
        "legs apart and bent at knee left arm bent at elbow right hand near face | apart leg!, bent left arm!",
        "right arm bent and left hand open           | bent right arm!, open left hand!",
        "right hand on hip, left hand waving         | waving left hand!",
        "left knee on the ground, right knee up      | up right knee!",
      })
  void decompose_poses_areOfTheirLimbs(String notes, String states) {
    assertThat(Said.in(notes)).contains(states.split(", "));
  }

  @Test
  void decompose_poseOfNobody_isAPersons() {
    assertThat(Said.claims("standing on the left leg").getFirst().basis().given()).isTrue();
    assertThat(Said.in("sitting on a bench")).doesNotContain("person");
  }

  @Test
  void decompose_listOfThings_keepsThemAll() {
    assertThat(Said.in("fruits, including strawberries, blueberries, and grapes."))
        .contains("strawberry", "blueberry", "grape");
    assertThat(Said.in("A pear, an orange, and two bananas."))
        .containsExactly("pear", "orange", "banana", "banana=2");
  }
}
