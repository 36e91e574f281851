package decompgen.language;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Sentence;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.language.extract.Extraction;
import decompgen.language.parse.Parser;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes English responses apart by rules on dependency trees. Text in other languages gives
 * sentences without claims.
 */
public final class SentenceDecomposer implements Decomposer {
  private final Extraction extraction;

  public SentenceDecomposer(Parser parser) {
    extraction = new Extraction(parser);
  }

  /**
   * Opens the parser's tables where the build put them.
   *
   * @throws Failure with {@code MODEL_UNREADABLE} when they are absent
   */
  public static SentenceDecomposer open() {
    return new SentenceDecomposer(Parser.open(tables()));
  }

  /**
   * The folder {@code parser} beside this module's classes or jar; the system property {@code
   * decompgen.parser} names another.
   */
  private static Path tables() {
    String named = System.getProperty("decompgen.parser");
    if (named != null) return Path.of(named);
    try {
      var source = SentenceDecomposer.class.getProtectionDomain().getCodeSource();
      return Path.of(source.getLocation().toURI()).resolveSibling("parser");
    } catch (URISyntaxException e) {
      throw new Failure(ErrorCode.MODEL_UNREADABLE, "The parser's folder has no path", e);
    }
  }

  @Override
  public String version() {
    return "sentence-decomposer/8+" + Parser.VERSION;
  }

  @Override
  public List<Sentence> sentences(String response) {
    return Sentences.of(response);
  }

  @Override
  public List<Claim> decompose(Sentence sentence, List<Claim> before) {
    return extraction.claims(sentence, before);
  }
}
