package decompgen.verticles.scoring;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.util.ArrayList;
import java.util.List;

/** One claim a word. */
final class Words implements Decomposer {
  @Override
  public String version() {
    return "words/1";
  }

  @Override
  public List<Sentence> sentences(String response) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (String text : response.split("(?<=\\.)\\s*")) {
      sentences.add(new Sentence(sentences.size(), new Span(start, start + text.length()), text));
      start = Math.min(response.length() - 1, start + text.length() + 1);
    }
    return sentences;
  }

  @Override
  public List<Claim> decompose(Sentence sentence, List<Claim> before) {
    List<Claim> claims = new ArrayList<>();
    for (String word : sentence.text().replace(".", "").split(" "))
      add(claims, word, sentence.span().start());
    return claims;
  }

  private static void add(List<Claim> claims, String word, int start) {
    Span span = new Span(start, start + 1);
    int dash = word.indexOf('-');
    if (word.startsWith("\"")) {
      claims.add(
          new Claim.TextClaim(basis(claims.size(), word, span, List.of()), word.replace("\"", "")));
    } else if (dash > 0) {
      claims.add(
          new Claim.ObjectClaim(
              basis(claims.size(), word, span, List.of()), word.substring(dash + 1)));
      List<Integer> requires = List.of(claims.size() - 1);
      claims.add(
          new Claim.AttributeClaim(
              basis(claims.size(), word, span, requires),
              word.substring(0, dash),
              word.substring(dash + 1)));
    } else {
      claims.add(new Claim.ObjectClaim(basis(claims.size(), word, span, List.of()), word));
    }
  }

  private static Basis basis(int id, String text, Span span, List<Integer> requires) {
    return new Basis(id, text, Polarity.POSITIVE, List.of(span), requires);
  }
}
