package decompgen.language.extract;

import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.language.parse.Token;
import java.util.List;
import java.util.Optional;

/** Finds that the picture itself is said to be black and white, which is said of no thing in it. */
final class Tones {
  private static final String ATTRIBUTE = "black and white";

  private final List<Token> tokens;
  private final Drafts drafts;

  Tones(Scene scene, Drafts drafts) {
    this.tokens = scene.tree().tokens();
    this.drafts = drafts;
  }

  void find() {
    if (tokens.stream().anyMatch(token -> token.lower().matches("not|n't|no"))) return;
    for (int from = 0; from < tokens.size(); from++)
      if (length(from) > 0) find(from, from + length(from));
  }

  private void find(int from, int to) {
    described(to)
        .or(() -> subject(from, to))
        .ifPresent(picture -> add(picture, tokens.subList(from, to)));
  }

  private void add(Token picture, List<Token> said) {
    String noun = picture.lemma();
    drafts.add(basis -> new AttributeClaim(basis, ATTRIBUTE, noun), said, List.of());
  }

  /** How many words say it from here on, mostly none. */
  private int length(int from) {
    if (word(from).matches("monochrome|monochromatic|gr[ae]yscale")) return 1;
    boolean both =
        word(from).equals("black")
            && word(from + 1).equals("and")
            && word(from + 2).equals("white");
    return both ? 3 : 0;
  }

  /** The photo of "a black and white photo". */
  private Optional<Token> described(int to) {
    return to < tokens.size()
        ? Optional.of(tokens.get(to)).filter(Tones::picture)
        : Optional.empty();
  }

  /** The image of "the image is in black and white", "a photo in monochrome". */
  private Optional<Token> subject(int from, int to) {
    boolean open = to < tokens.size() && (tokens.get(to).noun() || tokens.get(to).adjective());
    boolean joined = word(from - 1).matches("in|is|was|are|be");
    if (open || !joined) return Optional.empty();
    return tokens.subList(0, from).reversed().stream()
        .filter(Token::noun)
        .findFirst()
        .filter(Tones::picture);
  }

  private static boolean picture(Token token) {
    return token.noun() && Words.in("image", token.lemma());
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
  }
}
