package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Sentences with numbers, whole: which number counts all there are, and what is claimed beside it.
 */
class NumbersTest {
  @Test
  void decompose_counts_onlyExactOnes() {
    assertThat(Said.in("There is only one chair.")).containsExactly("chair", "chair=1");
    assertThat(Said.in("A pair of shoes.")).containsExactly("shoe", "shoe=2");
    assertThat(Said.in("A pair of scissors.")).containsExactly("scissors");
    assertThat(Said.in("Several birds.")).containsExactly("bird");
    assertThat(Said.in("About ten birds.")).containsExactly("bird");
    assertThat(Said.in("Two or three birds.")).containsExactly("bird");
    assertThat(Said.in("The first car.")).containsExactly("car");
    assertThat(Said.in("A two-story house.")).doesNotContain("house=2");
    assertThat(Said.in("3 buses.")).containsExactly("bus", "bus=3");
    assertThat(Said.in("A group of three people.")).containsExactly("person", "person=3");
  }

  @Test
  void decompose_dozensAndBoth_areCounts() {
    assertThat(Said.in("A dozen eggs.")).containsExactly("egg", "egg=12");
    assertThat(Said.in("Two dozen roses.")).containsExactly("rose");
    assertThat(Said.in("Half a dozen cats.")).containsExactly("cat", "cat=6");
    assertThat(Said.in("Both dogs are running.")).containsExactly("dog", "dog=2", "running dog!");
    assertThat(Said.in("Both knees are bent.")).doesNotContain("knee=2");
  }

  @Test
  void decompose_numberThatIsNotAll_isNoCount() {
    assertThat(Said.in("Two other people are smiling.")).doesNotContain("person=2");
    assertThat(Said.in("Two more dogs.")).doesNotContain("dog=2");
    assertThat(Said.in("Two to three people.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("5-6 birds.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Dozens of birds.")).containsExactly("bird");
    assertThat(Said.in("Two pairs of shoes.")).doesNotContain("shoe=2", "shoe=4");
  }

  @Test
  void decompose_measure_isNoCount() {
    assertThat(Said.in("A two story house.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("A three tier cake.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("A two year old boy.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Two people on a tandem, both wearing helmets."))
        .contains("person=2")
        .doesNotContain("helmet=2");
  }

  @Test
  void decompose_countsInCaptionsAndTitles_areFound() {
    assertThat(Said.in("Five sheep grazing.")).contains("sheep=5");
    assertThat(Said.in("Five hand painted ceramic tiles.")).contains("tile=5");
    assertThat(Said.in("Group of Seven Friends Having Fun")).contains("friend=7");
    assertThat(Said.in("A half dozen bagels.")).contains("bagel=6");
    assertThat(Said.in("Both of the dogs are black.")).contains("dog=2");
    assertThat(Said.in("A lone tree.")).containsExactly("tree", "tree=1");
  }

  @Test
  void decompose_oneAmongOthers_isNoCount() {
    assertThat(Said.in("There is one dog.")).containsExactly("dog", "dog=1");
    assertThat(Said.in("One dog and two cats.")).contains("dog=1", "cat=2");
    assertThat(Said.in("One woman is carrying a bag.")).doesNotContain("woman=1");
    assertThat(Said.in("The cat has one eye open.")).doesNotContain("eye=1");
    assertThat(Said.in("Seven of the birds are white.")).containsExactly("bird", "white bird!");
  }

  @Test
  void decompose_numberOfPartsOfOneThing_isNoCount() {
    assertThat(Said.in("A four leaf clover.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Two faced mask.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Three fish.")).contains("fish=3");
  }
}
