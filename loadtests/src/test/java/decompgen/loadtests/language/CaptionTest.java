package decompgen.loadtests.language;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptionTest {
  private static final String TEXT = "🐕 A red cup, a dog.";
  private static final ChairWords WORDS =
      new ChairWords(
          Map.of(),
          Map.of(),
          Map.of("cup", "cup", "dog", "dog", "cat", "cat", "cow", "cow", "bus", "bus"));

  @Test
  void of_everyKindOfClaim_itsNounsCount() {
    Basis basis = basis("cup", new Span(8, 11));
    Caption caption =
        caption(
            new ObjectClaim(basis, "cup"),
            new CountClaim(basis, "cup", 2),
            new AttributeClaim(basis, "red", "cup"),
            new RelationClaim(basis, "cup", "hold", "cat"),
            new SpatialClaim(basis, "cup", "left", null),
            new ScaleClaim(basis, "cup", "larger", "cow"),
            new TextClaim(basis, "bus"));
    assertThat(caption.chair()).containsExactlyInAnyOrder("cup", "dog");
    assertThat(caption.ours()).containsExactlyInAnyOrder("cup", "cat", "cow");
    assertThat(caption.missed()).containsExactly("dog");
    assertThat(caption.extra()).containsExactly("cat", "cow");
  }

  @Test
  void of_spans_areCountedWhereTheyCutOutTheirWords() {
    Caption caption =
        caption(
            object("red cup", new Span(4, 11)),
            object("red cup", new Span(4, 7), new Span(8, 11)),
            object("red cup", new Span(4, 7)), // lacks the cup
            object("red", new Span(3, 7)), // begins with a space
            object("dog", new Span(15, 40))); // longer than the sentence
    assertThat(caption.claims()).isEqualTo(5);
    assertThat(caption.placed()).isEqualTo(2);
  }

  private static Caption caption(Claim... claims) {
    return Caption.of(TEXT, new Scripted(List.of(claims)), WORDS);
  }

  private static Claim object(String text, Span... spans) {
    return new ObjectClaim(basis(text, spans), "cup");
  }

  private static Basis basis(String text, Span... spans) {
    return new Basis(0, text, Polarity.POSITIVE, List.of(spans), List.of());
  }

  /** Finds the same claims in everything, which is one sentence. */
  private record Scripted(List<Claim> claims) implements Decomposer {
    @Override
    public String version() {
      return "scripted/1";
    }

    @Override
    public List<Sentence> sentences(String response) {
      int end = response.codePointCount(0, response.length());
      return List.of(new Sentence(0, new Span(0, end), response));
    }

    @Override
    public List<Claim> decompose(Sentence sentence, List<Claim> before) {
      return claims;
    }
  }
}
