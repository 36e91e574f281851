package decompgen.domain.verdict;

import static decompgen.domain.verdict.DgprefBoxes.CERTAIN;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.expert.Question;
import java.util.List;
import java.util.Locale;

/** A quote is there when one line reads just so, capitals and . , ? ! * apart, else it is not. */
record DgprefTextRule() implements Rule {
  @Override
  public String judge() {
    return "reader";
  }

  @Override
  public boolean needsBoxes() {
    return false;
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof TextClaim;
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    String quote = plain(((TextClaim) claim).quote());
    Lines read = (Lines) answers.getFirst();
    boolean there = read.lines().stream().anyMatch(line -> plain(line.text()).equals(quote));
    return CERTAIN.ruling(Verdict.supportedIf(there), read);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).strip().replaceAll("[.,?!*]", "");
  }
}
