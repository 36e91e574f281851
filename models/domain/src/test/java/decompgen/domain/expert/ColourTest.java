package decompgen.domain.expert;

import static decompgen.domain.expert.Colour.BLACK;
import static decompgen.domain.expert.Colour.BLUE;
import static decompgen.domain.expert.Colour.BROWN;
import static decompgen.domain.expert.Colour.GREEN;
import static decompgen.domain.expert.Colour.GREY;
import static decompgen.domain.expert.Colour.ORANGE;
import static decompgen.domain.expert.Colour.RED;
import static decompgen.domain.expert.Colour.WHITE;
import static decompgen.domain.expert.Colour.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColourTest {
  /** CSS Color Module Level 4, §6.1: the keywords that are a basic term, with their sRGB values. */
  @ParameterizedTest
  @CsvSource({
    "BLACK,000000",
    "GREY,808080",
    "WHITE,ffffff",
    "RED,ff0000",
    "ORANGE,ffa500",
    "YELLOW,ffff00",
    "GREEN,008000",
    "BLUE,0000ff",
    "PURPLE,800080",
    "PINK,ffc0cb",
    "BROWN,a52a2a"
  })
  void of_keywordOfTheTerm_isTheTermOrItsGuise(Colour term, String hex) {
    // CSS's brown is a dark red; all others are exact.
    Colour named = Colour.of(oklch(hex));
    if (term == BROWN) assertThat(BROWN.guises()).contains(named);
    else assertThat(named).isEqualTo(term);
  }

  /**
   * The same source: keywords that hold a basic term, less light yellow, which is all but white.
   */
  @ParameterizedTest
  @CsvSource({
    "BLUE,00008b",
    "BLUE,add8e6",
    "BLUE,4682b4",
    "BLUE,4169e1",
    "BLUE,191970",
    "BLUE,87ceeb",
    "BLUE,6495ed",
    "BLUE,1e90ff",
    "BLUE,5f9ea0",
    "BLUE,b0c4de",
    "BLUE,000080",
    "BLUE,00bfff",
    "GREEN,006400",
    "GREEN,90ee90",
    "GREEN,228b22",
    "GREEN,2e8b57",
    "GREEN,98fb98",
    "GREEN,6b8e23",
    "GREEN,556b2f",
    "GREEN,adff2f",
    "GREEN,00ff7f",
    "GREEN,9acd32",
    "GREEN,00ff00",
    "GREEN,808000",
    "RED,8b0000",
    "RED,dc143c",
    "RED,cd5c5c",
    "RED,ff4500",
    "RED,b22222",
    "RED,c71585",
    "ORANGE,ff8c00",
    "YELLOW,ffd700",
    "YELLOW,f0e68c",
    "PINK,ff69b4",
    "PINK,ff1493",
    "PINK,ffb6c1",
    "PURPLE,9370db",
    "PURPLE,663399",
    "PURPLE,4b0082",
    "PURPLE,ee82ee",
    "PURPLE,8a2be2",
    "BROWN,8b4513",
    "BROWN,f4a460",
    "BROWN,bc8f8f",
    "BROWN,d2b48c",
    "GREY,a9a9a9",
    "GREY,d3d3d3",
    "GREY,696969",
    "GREY,708090",
    "GREY,c0c0c0",
    "GREY,2f4f4f",
    "WHITE,f5f5f5",
    "WHITE,faebd7",
    "WHITE,fffafa",
    "WHITE,f8f8ff",
    "WHITE,fffff0"
  })
  void of_keywordNamedAfterATerm_isTheTermOrItsGuise(Colour term, String hex) {
    Colour named = Colour.of(oklch(hex));
    assertThat(named == term || term.guises().contains(named)).as("%s is %s", hex, named).isTrue();
  }

  @Test
  void of_keywordsNamedAfterATerm_mostAreTheTermItself() {
    List<String> keywords = List.of("add8e6", "4682b4", "000080", "90ee90", "228b22", "8b0000");
    List<Colour> named = new ArrayList<>();
    for (String hex : keywords) named.add(Colour.of(oklch(hex)));
    assertThat(named).containsExactly(BLUE, BLUE, BLUE, GREEN, GREEN, RED);
  }

  @ParameterizedTest
  @CsvSource({
    "grey,GREY",
    "gray,GREY",
    "navy,BLUE",
    "golden,YELLOW",
    "light blue,BLUE",
    "dark-red,RED",
    "beige,BROWN",
    "Tan,BROWN",
    "silver,GREY",
    "teal,BLUE",
    "bluish green,GREEN",
    "burgundy,RED",
    "violet,PURPLE",
    "reddish brown,BROWN"
  })
  void named_wordsForColours_areTheirTerm(String phrase, Colour colour) {
    assertThat(Colour.named(phrase)).contains(colour);
  }

  @ParameterizedTest
  @CsvSource({"wooden", "striped", "dark", "red-haired", "colorful", "not red"})
  void named_otherWords_none(String phrase) {
    assertThat(Colour.named(phrase)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Colour.class)
  void named_ownWord_isTheColour(Colour colour) {
    assertThat(Colour.named(colour.word())).contains(colour);
  }

  @Test
  void guises_areNeverItselfNorTheOpposite() {
    for (Colour colour : Colour.values()) assertThat(colour.guises()).doesNotContain(colour);
    assertThat(RED.guises()).contains(ORANGE).doesNotContain(GREEN, BLUE, BLACK, WHITE);
    assertThat(YELLOW.guises()).doesNotContain(BLUE);
    assertThat(WHITE.guises()).contains(BLUE).doesNotContain(BLACK);
    assertThat(BLACK.guises()).isEmpty();
  }

  @Test
  void of_bluishShade_isGreyUntilItIsBlueInTheLightToo() {
    // Oklch lightness about .45: the saturation of the first is .08, of the second .2.
    assertThat(Colour.of(new Oklch(.45, .036, 260))).isEqualTo(GREY);
    assertThat(Colour.of(new Oklch(.45, .09, 260))).isEqualTo(BLUE);
    assertThat(Colour.of(new Oklch(.85, .05, 260))).isEqualTo(BLUE);
  }

  @Test
  void oklch_whiteAndRed_asPublished() {
    // Ottosson's and CSS's values: white 1, 0; red .6280 .2577 29.23 degrees.
    assertThat(Oklch.of(255, 255, 255).lightness()).isCloseTo(1, within(1e-4));
    assertThat(Oklch.of(255, 255, 255).chroma()).isCloseTo(0, within(1e-4));
    Oklch red = Oklch.of(255, 0, 0);
    assertThat(red.lightness()).isCloseTo(.6280, within(1e-4));
    assertThat(red.chroma()).isCloseTo(.2577, within(1e-4));
    assertThat(red.hue()).isCloseTo(29.23, within(.01));
  }

  @Test
  void saturation_halfTheLight_same() {
    // Half the linear light of sRGB (200, 40, 40) is about (146, 27, 27): Oklab scales by ∛½.
    assertThat(Oklch.of(146, 27, 27).saturation())
        .isCloseTo(Oklch.of(200, 40, 40).saturation(), within(.005));
    assertThat(Oklch.of(0, 0, 0).saturation()).isZero();
  }

  private static Oklch oklch(String hex) {
    int rgb = Integer.parseInt(hex, 16);
    return Oklch.of(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }
}
