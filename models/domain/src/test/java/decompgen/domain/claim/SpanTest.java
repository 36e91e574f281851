package decompgen.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void cut_plainText_endExclusive() {
    assertThat(new Span(2, 5).cut("a cat sits")).isEqualTo("cat");
  }

  @Test
  void cut_emojiBefore_countsCodePoints() {
    // The dog is one code point and two chars; e with an accent here is two code points.
    assertThat(new Span(2, 5).cut("🐕 cat")).isEqualTo("cat");
    assertThat(new Span(0, 1).cut("🐕 cat")).isEqualTo("🐕");
    assertThat(new Span(0, 2).cut("e\u0301x")).isEqualTo("e\u0301");
  }

  @Test
  void cut_beyondTheText_fails() {
    assertThatThrownBy(() -> new Span(2, 5).cut("cat"))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void span_emptyBackwardOrNegative_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 2));
  }

  @Property
  void cut_anyText_asManyCodePointsAsTheSpan(
      @ForAll String text,
      @ForAll @IntRange(max = 20) int start,
      @ForAll @IntRange(min = 1, max = 20) int length) {
    int codePoints = text.codePointCount(0, text.length());
    if (start + length > codePoints) return;
    String cut = new Span(start, start + length).cut(text);
    int[] expected = text.codePoints().skip(start).limit(length).toArray();
    assertThat(cut).isEqualTo(new String(expected, 0, expected.length));
  }
}
