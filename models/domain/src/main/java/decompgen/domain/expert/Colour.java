package decompgen.domain.expert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The eleven basic colour terms of English (Berlin and Kay 1969), with the commoner names that fall
 * under each.
 *
 * <p>The regions are cut in Oklch by hand: limits of hue lie about half-way between the CSS colour
 * keywords that carry the terms, and were then moved until each keyword named after a basic term
 * ("steelblue", "darkred") falls into the term's region or one that resembles it. No photo was used
 * to fix them.
 */
public enum Colour {
  BLACK("ebony", "jet"),
  GREY("gray", "silver", "silvery", "charcoal", "slate"),
  WHITE("ivory", "snowy"),
  RED("crimson", "scarlet", "maroon", "burgundy", "ruby", "reddish"),
  ORANGE("amber", "coral", "peach", "tangerine"),
  YELLOW("gold", "golden", "mustard", "lemon", "yellowish"),
  GREEN("olive", "lime", "emerald", "mint", "khaki-green", "greenish"),
  BLUE("navy", "azure", "turquoise", "teal", "cyan", "aqua", "indigo", "cobalt", "bluish"),
  PURPLE("violet", "lavender", "lilac", "mauve", "plum", "magenta"),
  PINK("rose", "fuchsia", "salmon", "pinkish"),
  BROWN("tan", "beige", "bronze", "copper", "chestnut", "khaki", "chocolate", "brownish");

  private static final Set<String> SHADES =
      Set.of("light", "dark", "bright", "pale", "deep", "vivid", "pastel", "dull", "neon", "solid");

  private final List<String> aliases;

  Colour(String... aliases) {
    this.aliases = List.of(aliases);
  }

  /** The basic colour that a word or phrase names: "grey", "navy", "light blue", "dark-red". */
  public static Optional<Colour> named(String phrase) {
    String[] words = phrase.toLowerCase(Locale.ROOT).split("[\\s-]+");
    boolean shaded = Arrays.stream(words, 0, words.length - 1).allMatch(Colour::modifies);
    if (!shaded) return Optional.empty();
    String last = words[words.length - 1];
    return Arrays.stream(values()).filter(colour -> colour.called(last)).findFirst();
  }

  private static boolean modifies(String word) {
    return SHADES.contains(word) || Arrays.stream(values()).anyMatch(colour -> colour.called(word));
  }

  private boolean called(String word) {
    return word().equals(word) || aliases.contains(word);
  }

  /** The name in evidence: {@code red}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has no hue. */
  public boolean neutral() {
    return this == BLACK || this == GREY || this == WHITE;
  }

  /**
   * The colours that all of a thing may show instead of this one, by light, shade or taste: a beige
   * wall in the evening is orange, a white bus in the shade of a blue sky is blue. Black shows as
   * nothing else: even a gleaming black thing has black parts.
   */
  public Set<Colour> guises() {
    return switch (this) {
      case BLACK -> Set.of();
      case GREY -> Set.of(WHITE, BLACK, BLUE, BROWN, GREEN);
      case WHITE -> Set.of(GREY, BLUE, PINK, YELLOW);
      case RED -> Set.of(PINK, ORANGE, BROWN, PURPLE);
      case ORANGE -> Set.of(RED, YELLOW, BROWN, PINK);
      case YELLOW -> Set.of(ORANGE, BROWN, GREEN);
      case GREEN -> Set.of(BROWN, BLUE);
      case BLUE -> Set.of(PURPLE);
      case PURPLE -> Set.of(BLUE, PINK);
      case PINK -> Set.of(RED, PURPLE);
      case BROWN -> Set.of(ORANGE, RED, YELLOW, BLACK);
    };
  }

  /** The term for a colour. */
  static Colour of(Oklch colour) {
    double light = colour.lightness();
    if (light < .2) return BLACK;
    return colour.saturation() < greyest(colour) ? achromatic(light) : chromatic(colour);
  }

  /**
   * The saturation below which nobody sees a hue: more where it is dark, and more of blue, which
   * the sky gives to all that lies in the shade.
   */
  private static double greyest(Oklch colour) {
    boolean cool = colour.hue() > 220 && colour.hue() < 310;
    if (colour.lightness() < .35 || (cool && colour.lightness() < .65)) return .1;
    return .045;
  }

  private static Colour achromatic(double light) {
    if (light < .4) return BLACK;
    return light < .82 ? GREY : WHITE;
  }

  private static Colour chromatic(Oklch colour) {
    double hue = colour.hue();
    boolean light = colour.lightness() > .66;
    if (hue < 12) return light ? PINK : RED;
    if (hue < 45) return reddish(colour);
    if (hue < 85) return orangish(colour);
    if (hue < 116) return yellowish(colour);
    if (hue < 190) return GREEN;
    if (hue < 290) return BLUE;
    if (hue < 335) return PURPLE;
    return light ? PINK : hue < 348 ? PURPLE : RED;
  }

  private static Colour reddish(Oklch colour) {
    if (colour.lightness() > .7) return PINK;
    return colour.saturation() < .2 ? BROWN : RED;
  }

  private static Colour orangish(Oklch colour) {
    if (colour.lightness() > .62 && colour.saturation() > .17) return ORANGE;
    return colour.lightness() > .88 ? WHITE : BROWN;
  }

  private static Colour yellowish(Oklch colour) {
    if (colour.lightness() > .9 && colour.saturation() < .08) return WHITE;
    if (colour.lightness() > .62) return colour.saturation() > .12 ? YELLOW : BROWN;
    return colour.hue() < 100 ? BROWN : GREEN;
  }
}
