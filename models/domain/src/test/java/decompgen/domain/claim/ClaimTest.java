package decompgen.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClaimTest {
  private static final Basis FIRST = basis(0, Polarity.POSITIVE);
  private static final Basis SECOND =
      new Basis(7, "other words", Polarity.POSITIVE, List.of(new Span(9, 12)), List.of(3));

  static List<Claim> oneOfEach() {
    return List.of(
        new ObjectClaim(FIRST, "cat"),
        new CountClaim(FIRST, "cat", 2),
        new AttributeClaim(FIRST, "red", "cat"),
        new RelationClaim(FIRST, "cat", "chase", "dog"),
        new SpatialClaim(FIRST, "cat", "left", null),
        new ScaleClaim(FIRST, "cat", "larger", "dog"),
        new TextClaim(FIRST, "Stop"));
  }

  @Test
  void aspect_eachClaim_itsOwn() {
    assertThat(oneOfEach()).extracting(Claim::aspect).containsExactly(Aspect.values());
    assertThat(Aspect.values())
        .extracting(Aspect::word)
        .containsExactly("object", "count", "attribute", "relation", "spatial", "scale", "text");
  }

  @Test
  void nouns_eachClaim_whatItSpeaksOfFirst() {
    assertThat(oneOfEach())
        .extracting(Claim::nouns)
        .containsExactly(
            List.of("cat"),
            List.of("cat"),
            List.of("cat"),
            List.of("cat", "dog"),
            List.of("cat"),
            List.of("cat", "dog"),
            List.of());
  }

  @Test
  void nouns_secondThingOrNone_asSaid() {
    assertThat(new SpatialClaim(FIRST, "cat", "on", "mat").nouns()).containsExactly("cat", "mat");
    assertThat(new ScaleClaim(FIRST, "cat", "large", null).nouns()).containsExactly("cat");
    assertThat(new RelationClaim(FIRST, "dog", "chase", "dog").nouns())
        .containsExactly("dog", "dog");
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void on_otherBasis_saysTheSame(Claim claim) {
    Claim moved = claim.on(SECOND);
    assertThat(moved.id()).isEqualTo(7);
    assertThat(moved.requires()).containsExactly(3);
    assertThat(moved.says(claim)).isTrue();
    assertThat(moved).isNotEqualTo(claim);
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void says_denied_isSomethingElse(Claim claim) {
    Claim denied = claim.on(basis(0, Polarity.NEGATIVE));
    assertThat(denied.negative()).isTrue();
    assertThat(denied.says(claim)).isFalse();
  }

  @Test
  void says_otherClaims_differ() {
    for (Claim one : oneOfEach())
      for (Claim other : oneOfEach())
        assertThat(one.says(other)).isEqualTo(one.aspect() == other.aspect());
  }

  @Test
  void claim_blankWordsOrNumberOutOfRange_refused() {
    refused(() -> new ObjectClaim(FIRST, " "));
    refused(() -> new CountClaim(FIRST, "cat", 21));
    refused(() -> new CountClaim(FIRST, "cat", -1));
    refused(() -> new AttributeClaim(FIRST, "", "cat"));
    refused(() -> new RelationClaim(FIRST, "cat", "", "dog"));
    refused(() -> new SpatialClaim(FIRST, "cat", "", null));
    refused(() -> new ScaleClaim(FIRST, "cat", "", null));
    refused(() -> new TextClaim(FIRST, "\n"));
    refused(() -> new Basis(-1, "", Polarity.POSITIVE, List.of(), List.of()));
  }

  @Test
  void sentence_negativeNumber_refused() {
    refused(() -> new Sentence(-1, new Span(0, 1), "a"));
  }

  @Test
  void hypernym_ofNothing_refused() {
    refused(() -> new Vocabulary.Naming.Hypernym(Set.of(), true));
  }

  @Test
  void polarity_words() {
    assertThat(Polarity.NEGATIVE.word()).isEqualTo("negative");
    assertThat(Polarity.POSITIVE.word()).isEqualTo("positive");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call);
  }

  private static Basis basis(int id, Polarity polarity) {
    return new Basis(id, "words", polarity, List.of(new Span(0, 5)), List.of());
  }
}
