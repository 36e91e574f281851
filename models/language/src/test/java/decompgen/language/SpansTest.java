package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The words that claims rest on, exactly: brackets mark them in the response. Before it stands what
 * has fewer code points than chars (an emoji) and more than letters (e with a combining accent).
 */
class SpansTest {
  /** "🐶🎾 cafe\u0301!" is 9 code points and 11 chars long. */
  private static final String BEFORE = "🐶🎾 cafe\u0301!\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dog=2                  | [Two dogs] and a cat.",
        "cat                    | Two dogs and [a cat].",
        "chair=1                | There is only [one chair].",
        "shoe=2                 | A [pair] of [shoes].",
        "bird                   | Several [birds].",
        "car                    | The first [car].",
        "white bus!             | A red and [white bus].",
        "man[wear]hat           | [A man wearing a hat].",
        "girl[eat]pizza         | [The pizza] is being [eaten] by [a girl].",
        "not person             | There are [no people].",
        "not dog                | There isn't [a dog].",
        "not man[with]hat       | [A man without a hat].",
        "not man[wear]hat       | [The man isn't wearing a hat].",
        "blue shirt!            | The man's [shirt] is [blue].",
        "dining table           | [A dining table] and a stop sign.",
        "stop sign              | A dining table and [a stop sign].",
        "man[hold]cup           | A man sits. [He] is [holding a cup].",
        "red bus!               | The [bus] is possibly [red].",
        "'Main St'              | A sign that reads “[Main St]”.",
        "'STOP'                 | The sign says '[STOP]'.",
        "dog@left               | [A dog] is [on the left side] of the image.",
        "cup@to the left of:plate | [A cup] is [to the left of the plate].",
        "dog=3                  | - **[Three] brown [dogs]** run",
        "old cat!               | 1. an [old] black [cat]",
        "larger dog than cat    | [The dog] is [larger than the cat].",
        "red fox!               | a [red fox]::2 --ar 16:9",
        "shoe=2                 | [two] women's [shoes]",
        "mug=4                  | [Mugs] on a tray, set of [4]",
        "band member=4          | a [four]-piece [band]",
        "slice of pizza=2       | [Two slices] of [pizza]",
        "blurry background!     | The [background] is [blurry].",
        "glowing eye!           | a knight, [glowing] red [eyes], rain, fog",
        "standing person!       | [standing] on one leg",
        "rose=1                 | a [single] red [rose]",
        "friend=7               | Group of [Seven Friends] Having Fun",
      })
  void decompose_construction_claimRestsOnTheMarkedWords(String brief, String marked) {
    String response = BEFORE + marked.replaceAll("[\\[\\]]", "");
    Claim claim =
        Said.claims(response).stream()
            .filter(said -> Said.brief(said).equals(brief))
            .findFirst()
            .orElseThrow();
    assertThat(claim.basis().spans()).isEqualTo(spans(marked));
  }

  private static List<Span> spans(String marked) {
    List<Span> spans = new ArrayList<>();
    int place = BEFORE.codePointCount(0, BEFORE.length());
    int start = place;
    for (int character : marked.codePoints().toArray())
      switch (character) {
        case '[' -> start = place;
        case ']' -> spans.add(new Span(start, place));
        default -> place++;
      }
    return spans;
  }
}
