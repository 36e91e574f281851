package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every claim has, whatever it says: its words, what it requires, whether it is given; and
 * what claims nothing.
 */
class SentenceDecomposerTest {
  @Test
  void decompose_coordination_countsAndObjects() {
    assertThat(Said.in("Two dogs and a cat.")).containsExactly("dog", "dog=2", "cat");
  }

  @Test
  void decompose_article_standsOnlyBesideItsNoun() {
    assertThat(Said.claims("A person in an orange suit."))
        .extracting(claim -> claim.basis().text())
        .contains("suit", "orange suit")
        .noneMatch(text -> text.contains("an suit"));
  }

  @Test
  void decompose_emojiAndCombiningMarks_spansAreCodePoints() {
    // 🐶 is one code point, é is two: e and U+0301.
    String response = "🐶 A cafe\u0301 🎾 with a red door.";
    List<Claim> claims = Said.claims(response);
    Claim door =
        claims.stream().filter(c -> Said.brief(c).equals("red door!")).findFirst().orElseThrow();
    assertThat(door.basis().spans()).containsExactly(new Span(19, 27));
    assertThat(new Span(19, 27).cut(response)).isEqualTo("red door");
  }

  @Test
  void decompose_requires_namesTheThing() {
    List<Claim> claims = Said.claims("A red sofa.");
    assertThat(claims.get(1).requires()).containsExactly(0);
    assertThat(claims.get(1).basis().text()).isEqualTo("red sofa");
    assertThat(claims.get(0).basis().text()).isEqualTo("sofa");
  }

  @Test
  void decompose_sideThatTellsApart_isGivenAndRequired() {
    List<Claim> claims =
        Said.claims("The camel on the right is larger than the camel on the left.");
    assertThat(claims.stream().map(Said::brief))
        .containsExactly("camel", "camel@right", "camel@left", "larger camel than camel");
    assertThat(claims.get(3).requires()).containsExactly(0, 1, 2);
    assertThat(claims.subList(0, 3)).allMatch(claim -> claim.basis().given());
    // Whatever the parser hangs the last place on.
    assertThat(Said.claims("The bear on the left is larger than the bear on the right.").getLast())
        .matches(claim -> claim.requires().equals(List.of(0, 1, 2)));
    List<Claim> black = Said.claims("The horse in the middle is black.");
    assertThat(black.get(2).requires()).containsExactly(0, 1);
  }

  @Test
  void decompose_sideThatIsSaid_isNotRequired() {
    for (String said :
        List.of(
            "The camel is on the right.",
            "A camel on the right is brown.",
            "The camels on the right are brown.")) {
      Claim right =
          Said.claims(said).stream()
              .filter(claim -> Said.brief(claim).equals("camel@right"))
              .findFirst()
              .orElseThrow();
      assertThat(right.basis().given()).isFalse();
      assertThat(Said.claims(said)).noneMatch(claim -> claim.requires().contains(right.id()));
    }
    // Said of both sides, it is of neither.
    List<Claim> both =
        Said.claims("The cat on the left is black and the cat on the right is black.");
    assertThat(both)
        .filteredOn(claim -> Said.brief(claim).equals("black cat!"))
        .allMatch(claim -> claim.requires().equals(List.of(0)));
  }

  @Test
  void decompose_definiteThing_isTakenForGranted() {
    assertThat(Said.claims("The dog sleeps.").getFirst().basis().given()).isTrue();
    assertThat(Said.claims("A dog sleeps.").getFirst().basis().given()).isFalse();
    assertThat(Said.claims("A cup is on the small table.").stream())
        .filteredOn(ObjectClaim.class::isInstance)
        .extracting(claim -> claim.basis().given())
        .containsExactly(false, true);
    // Said to be there once is enough.
    assertThat(Said.claims("The dog sleeps beside a dog.").getFirst().basis().given()).isFalse();
    assertThat(Said.claims("A man walks his dog.").stream())
        .filteredOn(ObjectClaim.class::isInstance)
        .noneMatch(claim -> claim.basis().given());
  }

  @Test
  void decompose_countedThing_isClaimedByItsNumber() {
    assertThat(Said.claims("Two dogs sleep.").getFirst().basis().given()).isTrue();
    assertThat(Said.claims("There is only one dog.").getFirst().basis().given()).isTrue();
    assertThat(Said.claims("Dogs sleep.").getFirst().basis().given()).isFalse();
  }

  @Test
  void decompose_otherLanguageOrNothing_noClaims() {
    assertThat(Said.in("Eine Katze liegt auf einem roten Sofa.")).isEmpty();
    assertThat(Said.in("Un chat est assis sur un canapé rouge.")).isEmpty();
    assertThat(Said.in("Un gato está sentado en un sofá rojo.")).isEmpty();
    assertThat(Said.in("沙发上有一只猫。")).isEmpty();
    assertThat(Said.in("На диване лежит кошка.")).isEmpty();
    assertThat(Said.in("???")).isEmpty();
    assertThat(Said.in("Overall, the atmosphere is lovely.")).isEmpty();
  }
}
