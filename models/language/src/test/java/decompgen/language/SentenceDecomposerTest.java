package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceDecomposerTest {
  @Test
  void decompose_coordination_countsAndObjects() {
    assertThat(Said.in("Two dogs and a cat.")).containsExactly("dog", "dog=2", "cat");
  }

  @Test
  void decompose_coordinatedColours_oneClaimEach() {
    assertThat(Said.in("A red and white bus.")).containsExactly("bus", "red bus!", "white bus!");
  }

  @Test
  void decompose_participle_isRelation() {
    assertThat(Said.in("A man wearing a hat.")).containsExactly("man", "hat", "man[wear]hat");
  }

  @Test
  void decompose_passive_turnsRound() {
    assertThat(Said.in("The pizza is being eaten by a girl."))
        .containsExactly("pizza", "girl", "girl[eat]pizza");
  }

  @Test
  void decompose_denial_isNegative() {
    assertThat(Said.in("There are no people.")).containsExactly("not person");
    assertThat(Said.in("There isn't a dog on the table.")).containsExactly("not dog", "table");
    assertThat(Said.in("A man without a hat.")).containsExactly("man", "not man[with]hat");
    assertThat(Said.in("A street without cars.")).containsExactly("street", "not car");
  }

  @Test
  void decompose_sideOfImage_isSpatialWithoutObject() {
    assertThat(Said.in("A dog is on the left side of the image."))
        .containsExactly("dog", "dog@left");
    assertThat(Said.in("In the background, there is a tree.")).contains("tree", "tree@background");
  }

  @Test
  void decompose_comparison_isScale() {
    assertThat(Said.in("The dog is larger than the cat."))
        .containsExactly("dog", "cat", "larger dog than cat");
  }

  @Test
  void decompose_quotation_isText() {
    assertThat(Said.in("A sign that reads “Main St”.")).contains("sign", "'Main St'");
    assertThat(Said.in("The sign says STOP.")).contains("sign", "'STOP'");
  }

  @Test
  void decompose_pronoun_standsForAntecedent() {
    assertThat(Said.in("A man sits on a bench. He is holding a cup.")).contains("man[hold]cup");
  }

  @Test
  void decompose_otherLanguageOrNothing_noClaims() {
    assertThat(Said.in("Eine Katze liegt auf einem roten Sofa.")).isEmpty();
    assertThat(Said.in("Un chat est assis sur un canapé rouge.")).isEmpty();
    assertThat(Said.in("沙发上有一只猫。")).isEmpty();
    assertThat(Said.in("???")).isEmpty();
  }
}
