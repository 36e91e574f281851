package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is a thing in the picture, by which name, and what is none. */
class ThingsTest {
  @Test
  void decompose_compound_isOneThing() {
    assertThat(Said.in("A dining table and a stop sign."))
        .containsExactly("dining table", "stop sign");
    assertThat(Said.in("A hot dog and a teddy bear.")).containsExactly("hot dog", "teddy bear");
    assertThat(Said.in("A man in a T-shirt.")).contains("man", "t-shirt");
    assertThat(Said.in("A double-decker bus.")).containsExactly("double-decker bus");
  }

  @Test
  void decompose_possessive_namesBoth() {
    assertThat(Said.in("The man's shirt is blue.")).containsExactly("man", "shirt", "blue shirt!");
  }

  @Test
  void decompose_wordsForThePicture_areNoThings() {
    assertThat(Said.in("The image is a photo of a cat.")).containsExactly("cat");
    assertThat(Said.in("The scene captures a moment with a group of dogs.")).containsExactly("dog");
  }

  @Test
  void decompose_picturesThatHang_areThings() {
    assertThat(Said.in("There is a painting on the wall."))
        .containsExactly("painting", "wall", "painting@on:wall");
    assertThat(Said.in("Pictures are hanging on the wall.")).contains("picture", "wall");
    assertThat(Said.in("A picture of a wall.")).containsExactly("wall");
  }

  @Test
  void decompose_lumps_areWhatTheyConsistOf() {
    assertThat(Said.in("A cat plays with a ball of yarn.")).contains("yarn").doesNotContain("ball");
    assertThat(Said.in("There is a bed of roses.")).containsExactly("rose");
    assertThat(Said.in("A dog is in the bed of the truck.")).contains("bed", "truck");
  }

  @Test
  void decompose_slicesAndGarments_areThings() {
    assertThat(Said.in("The kiwi is to the left of the orange slice.")).contains("slice");
    assertThat(Said.in("A slice of bread.")).containsExactly("bread");
    assertThat(Said.in("The person is wearing black pants.")).contains("pants", "black pants!");
  }

  @Test
  void decompose_abstractNouns_areNoThings() {
    assertThat(Said.in("The atmosphere adds a sense of excitement and camaraderie.")).isEmpty();
  }

  @Test
  void decompose_picturesAndShapes_areThingsOnlyWhereCounted() {
    assertThat(Said.in("Collage of nine photos of food.")).contains("photo=9");
    assertThat(Said.in("Six shapes on a wall.")).contains("shape=6");
    assertThat(Said.in("A photo of food.")).containsExactly("food");
    assertThat(Said.in("Eight crossed swords.")).contains("sword=8");
  }

  @Test
  void decompose_promptsForGenerators_settingsAndJargonAreNoThings() {
    assertThat(Said.in("a red fox::2 in snow, digital art, artstation --ar 16:9"))
        .containsExactly("fox", "red fox!", "snow", "fox@in:snow");
    assertThat(Said.in("a castle painted by claude monet")).containsExactly("castle");
  }

  @Test
  void decompose_pronoun_standsForAntecedent() {
    assertThat(Said.in("A man sits on a bench. He is holding a cup.")).contains("man[hold]cup");
    assertThat(Said.in("There are two birds on a wall. They are brown.")).contains("brown bird!");
    assertThat(Said.in("A cat lies on a mat. It is black.")).contains("black cat!");
    assertThat(Said.in("It is black.")).isEmpty();
    assertThat(Said.in("There is a typewriter. The letters are white. It is old."))
        .contains("old typewriter!")
        .doesNotContain("old letter!");
  }
}
