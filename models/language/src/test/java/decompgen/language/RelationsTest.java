package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who does what with what. */
class RelationsTest {
  @Test
  void decompose_participle_isRelation() {
    assertThat(Said.in("A man wearing a hat.")).containsExactly("man", "hat", "man[wear]hat");
    assertThat(Said.in("A dog sleeping on a sofa."))
        .containsExactly("dog", "sleeping dog!", "sofa", "dog[sleep on]sofa");
    assertThat(Said.in("A cat is sitting on the bench."))
        .containsExactly("cat", "sitting cat!", "bench", "cat[sit on]bench");
  }

  @Test
  void decompose_participleAfterClothes_isOfThePerson() {
    assertThat(Said.in("A boy in a blue shirt and jeans kicking a ball."))
        .contains("boy[kick]ball")
        .doesNotContain("shirt[kick]ball", "jeans[kick]ball");
    assertThat(Said.in("A man wearing a hat walking down a street."))
        .contains("walking man!", "man[walk down]street");
    assertThat(Said.in("A bear is standing in a field, with its head turned towards the camera."))
        .contains("head[turn towards]camera")
        .doesNotContain("bear[turn towards]camera");
    assertThat(Said.in("A man on a bench with a dog lying beside him."))
        .contains("lying dog!", "dog@beside:man");
  }

  @Test
  void decompose_passive_turnsRound() {
    assertThat(Said.in("The pizza is being eaten by a girl."))
        .containsExactly("pizza", "girl", "girl[eat]pizza");
  }

  @Test
  void decompose_tool_isARelation() {
    assertThat(Said.in("A man hitting a ball with a racket."))
        .contains("man[hit]ball", "man[hit with]racket");
    assertThat(Said.in("A chef cutting bread on a board.")).contains("bread@on:board");
  }

  @Test
  void decompose_game_isNotSeen() {
    assertThat(Said.in("A woman is playing tennis.")).containsExactly("woman", "woman[play]tennis");
  }

  @Test
  void decompose_shareOfAGroup_isOfTheGroup() {
    assertThat(Said.in("Each of the three boys holds a ball.")).contains("boy[hold]ball");
    assertThat(Said.in("One of the men is wearing a hat.")).contains("man[wear]hat");
  }

  @Test
  void decompose_hedge_keepsTheClaim() {
    assertThat(Said.in("He appears to be a man holding a bat.")).contains("man[hold]bat");
    assertThat(Said.in("The bus is possibly red.")).containsExactly("bus", "red bus!");
    assertThat(Said.in("A woman seems to be riding a horse.")).contains("woman[ride]horse");
  }
}
