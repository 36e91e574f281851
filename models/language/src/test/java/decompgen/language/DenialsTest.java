package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said not to be there, not to be so, or not to be done. */
class DenialsTest {
  @Test
  void decompose_denial_isNegative() {
    assertThat(Said.in("No people are here.")).containsExactly("not person");
    assertThat(Said.in("No dogs are in the picture.")).containsExactly("not dog");
    assertThat(Said.in("No dogs are in the basket.")).doesNotContain("not dog");
    assertThat(Said.in("There are no people.")).containsExactly("not person");
    assertThat(Said.in("There isn't a dog.")).containsExactly("not dog");
    assertThat(Said.in("Neither dogs nor cats are visible.")).containsExactly("not dog", "not cat");
    assertThat(Said.in("A street without cars.")).containsExactly("street", "not car");
    assertThat(Said.in("There are no cars on the road.")).containsExactly("not car", "road");
  }

  @Test
  void decompose_denialOfAPlaceOrDeed_doesNotDenyTheThing() {
    assertThat(Said.in("There isn't a dog on the table."))
        .containsExactly("table", "not dog@on:table");
    assertThat(Said.in("A man without a hat.")).containsExactly("man", "not man[with]hat");
    assertThat(Said.in("The man isn't wearing a hat.")).containsExactly("man", "not man[wear]hat");
    assertThat(Said.in("The man wears no hat.")).containsExactly("man", "not man[wear]hat");
    assertThat(Said.in("The bus is not red.")).containsExactly("bus", "not red bus!");
    assertThat(Said.in("No one is sitting on the chair."))
        .containsExactly("chair", "not person[sit on]chair");
  }
}
