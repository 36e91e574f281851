package decompgen.language;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Claim.RelationClaim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.claim.Claim.SpatialClaim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.claim.Decomposition;
import java.util.ArrayList;
import java.util.List;

/**
 * What a response claims, in a short notation: {@code cat}, {@code cat=2}, {@code red cat}, {@code
 * man[wear]hat}.
 */
final class Said {
  static final SentenceDecomposer DECOMPOSER = SentenceDecomposer.open();

  private Said() {}

  static List<String> in(String response) {
    return claims(response).stream().map(Said::brief).toList();
  }

  static List<Claim> claims(String response) {
    var decomposition = new Decomposition(512);
    List<Claim> claims = new ArrayList<>();
    for (var sentence : DECOMPOSER.sentences(response))
      claims.addAll(
          decomposition.add(DECOMPOSER.decompose(sentence, decomposition.claims())).claims());
    return claims;
  }

  static String brief(Claim claim) {
    String said =
        switch (claim) {
          case ObjectClaim(_, var noun) -> noun;
          case CountClaim(_, var noun, int number) -> noun + "=" + number;
          case AttributeClaim(_, var attribute, var noun) -> attribute + " " + noun + "!";
          case RelationClaim(_, var subject, var predicate, var object) ->
              subject + "[" + predicate + "]" + object;
          case SpatialClaim(_, var subject, var predicate, var object) ->
              subject + "@" + predicate + (object == null ? "" : ":" + object);
          case ScaleClaim(_, var noun, var quality, var than) ->
              quality + " " + noun + (than == null ? "~" : " than " + than);
          case TextClaim(_, var quote) -> "'" + quote + "'";
        };
    return claim.negative() ? "not " + said : said;
  }
}
