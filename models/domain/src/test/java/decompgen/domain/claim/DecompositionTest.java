package decompgen.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Decomposition.Added;
import decompgen.domain.claim.Decomposition.Mention;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecompositionTest {
  private final Decomposition decomposition = new Decomposition(3);

  @Test
  void add_secondSentence_numbersGoOn() {
    decomposition.add(List.of(object(0, "cat"), red(1, "cat", 0)));
    Added added = decomposition.add(List.of(object(0, "dog")));
    assertThat(added.claims()).extracting(Claim::id).containsExactly(2);
    assertThat(decomposition.claims()).extracting(Claim::id).containsExactly(0, 1, 2);
  }

  @Test
  void add_equalClaim_isAMention() {
    decomposition.add(List.of(object(0, "cat")));
    Added added = decomposition.add(List.of(object(0, "dog"), object(1, "cat")));
    assertThat(added.claims()).hasSize(1);
    assertThat(added.mentions()).containsExactly(new Mention(0, List.of(new Span(1, 4))));
  }

  @Test
  void add_requirement_followsItsClaimsNumber() {
    decomposition.add(List.of(object(0, "dog"), object(1, "cat")));
    // The sentence's claim 0 is the response's claim 1.
    Added added = decomposition.add(List.of(object(0, "cat"), red(1, "cat", 0)));
    assertThat(added.claims().getFirst().requires()).containsExactly(1);
    assertThat(added.claims().getFirst().id()).isEqualTo(2);
  }

  @Test
  void add_beyondTheLimit_countedAsOmitted() {
    decomposition.add(List.of(object(0, "a"), object(1, "b"), object(2, "c")));
    Added added = decomposition.add(List.of(object(0, "d"), red(1, "d", 0), object(2, "a")));
    assertThat(added.claims()).isEmpty();
    assertThat(added.omitted()).isEqualTo(2);
    assertThat(added.mentions()).hasSize(1);
    assertThat(decomposition.omitted()).isEqualTo(2);
  }

  @Test
  void decomposition_noRoom_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Decomposition(0));
  }

  private static Claim object(int id, String noun) {
    return new ObjectClaim(basis(id, List.of()), noun);
  }

  private static Claim red(int id, String noun, int requires) {
    return new AttributeClaim(basis(id, List.of(requires)), "red", noun);
  }

  @Test
  void add_claimTakenForGranted_staysSo() {
    Basis given =
        new Basis(0, "the cat", Polarity.POSITIVE, List.of(new Span(0, 7)), List.of(), true);
    decomposition.add(List.of(new ObjectClaim(given, "cat")));
    assertThat(decomposition.claims().getFirst().basis().given()).isTrue();
  }

  private static Basis basis(int id, List<Integer> requires) {
    return new Basis(id, "words", Polarity.POSITIVE, List.of(new Span(id, id + 3)), requires);
  }
}
