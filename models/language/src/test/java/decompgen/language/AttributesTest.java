package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Colours, materials, kinds, states and sizes, and whose they are. */
class AttributesTest {
  @Test
  void decompose_coordinatedColours_oneClaimEach() {
    assertThat(Said.in("A red and white bus.")).containsExactly("bus", "red bus!", "white bus!");
    assertThat(Said.in("The dog is black-and-white."))
        .containsExactly("dog", "black dog!", "white dog!");
    assertThat(Said.in("A woman in red.")).containsExactly("woman", "red woman!");
  }

  @Test
  void decompose_qualityAfterNoun_isOfTheNoun() {
    assertThat(Said.in("A cat with its eyes closed.")).contains("closed eye!");
    assertThat(Said.in("A man with his left leg bent forward.")).contains("bent forward left leg!");
    assertThat(Said.in("The color of the car is red.")).containsExactly("car", "red car!");
    assertThat(Said.in("The cars are red, silver and blue."))
        .containsExactly("car", "red car!", "silver car!", "blue car!");
    assertThat(Said.in("The walls are painted white.")).contains("white wall!");
    assertThat(Said.in("The woman has long blonde hair.")).contains("blonde hair!", "long hair~");
  }

  @Test
  void decompose_adjectivesAfterAComma_areOfWhatWasNamedFirst() {
    assertThat(Said.in("A small dog, brown and fluffy."))
        .containsExactly("dog", "small dog~", "brown dog!", "fluffy dog!");
    assertThat(Said.in("A pear, orange, and two bananas.")).contains("pear", "orange", "banana=2");
  }

  @Test
  void decompose_clausesJoinedByCommas_eachHasItsOwn() {
    assertThat(Said.in("The left leg is bent forward, the head is turned, the dog is running."))
        .containsExactly(
            "left leg", "bent forward left leg!", "head", "turned head!", "dog", "running dog!");
    assertThat(Said.in("There is a wall and the background of the image is dark."))
        .containsExactly("wall", "dark background!");
  }

  @Test
  void decompose_phrasedQuality_isAnAttribute() {
    assertThat(Said.in("A balloon in the shape of a heart."))
        .containsExactly("balloon", "heart-shaped balloon!");
    assertThat(Said.in("A pillow shaped like a fish."))
        .containsExactly("pillow", "fish-shaped pillow!");
    assertThat(Said.in("A robot made of vegetables."))
        .containsExactly("robot", "vegetable", "vegetable robot!");
    assertThat(Said.in("A street at night.")).containsExactly("street", "at night street!");
  }

  @Test
  void decompose_materialAndKind_areAttributes() {
    assertThat(Said.in("A leather sofa.")).containsExactly("sofa", "leather sofa!");
    assertThat(Said.in("A wooden table.")).containsExactly("table", "wood table!");
    assertThat(Said.in("The table is made of wood.")).containsExactly("table", "wood table!");
    assertThat(Said.in("A tabby cat.")).containsExactly("cat", "tabby cat!");
    assertThat(Said.in("A stained glass window."))
        .containsExactly("window", "stained glass window!");
    assertThat(Said.in("A light blue car.")).containsExactly("car", "light blue car!");
    assertThat(Said.in("An olive green jacket.")).containsExactly("jacket", "olive green jacket!");
  }

  @Test
  void decompose_limbs_haveStates() {
    assertThat(Said.in("The arms are down and bent.")).contains("down arm!", "bent arm!");
    assertThat(Said.in("Both arms are raised and bent at the elbows."))
        .contains("raised arm!", "bent arm!")
        .noneMatch(said -> said.contains("[") || said.contains("@"));
    assertThat(Said.in("The head is turned left.")).containsExactly("head", "turned left head!");
    assertThat(Said.in("The person stands with the left arm up and the right arm down."))
        .contains("up left arm!", "down right arm!");
    assertThat(Said.in("A person with their arms crossed."))
        .contains("crossed arm!")
        .doesNotContain("crossed person!");
  }

  @Test
  void decompose_participleThatNeedsAnother_isNoState() {
    assertThat(Said.in("A street filled with cars.")).doesNotContain("filled street!");
    assertThat(Said.in("A sign attached to a pole.")).doesNotContain("attached sign!");
  }

  @Test
  void decompose_partOfAThing_colourIsTheThings() {
    assertThat(Said.in("The lower part of the bus is red.")).containsExactly("bus", "red bus!");
    assertThat(Said.in("The left side of the building is not yellow.")).containsExactly("building");
    assertThat(Said.in("The bottom of the picture is green.")).isEmpty();
  }

  @Test
  void decompose_scale_isNormalised() {
    assertThat(Said.in("The dog is larger than the cat."))
        .containsExactly("dog", "cat", "larger dog than cat");
    assertThat(Said.in("A tiny bird and a huge elephant."))
        .containsExactly("bird", "small bird~", "elephant", "large elephant~");
    assertThat(Said.in("lamp taller than chair")).contains("taller lamp than chair");
    assertThat(Said.in("A little girl.")).containsExactly("girl", "little girl!");
  }
}
