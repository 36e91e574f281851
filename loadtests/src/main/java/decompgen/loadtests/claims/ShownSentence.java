package decompgen.loadtests.claims;

import decompgen.domain.benchmark.DecidedClaim;
import decompgen.domain.benchmark.Outcome;
import decompgen.domain.verdict.Judgement;
import decompgen.server.cli.EvidenceWords;
import java.util.List;

/** A judged sentence in the page: what is so, what was held, and why. */
public record ShownSentence(
    ShownPhoto photo,
    String sentence,
    boolean holds,
    String verdict,
    String score,
    List<ShownClaim> claims,
    List<ShownBox> boxes) {

  static ShownSentence of(Outcome outcome, ShownPhoto photo) {
    return new ShownSentence(
        photo,
        outcome.sentence().sentence(),
        outcome.sentence().holds(),
        outcome.verdict().decided() ? outcome.verdict().word() : "undecided",
        EvidenceWords.score(outcome.score()),
        outcome.claims().stream().map(ShownClaim::of).toList(),
        outcome.claims().stream().flatMap(claim -> ShownBox.of(claim, photo).stream()).toList());
  }

  /** One claim with its verdict. */
  public record ShownClaim(
      String aspect,
      String text,
      boolean negative,
      String verdict,
      String score,
      List<ShownJudgement> judgements) {
    static ShownClaim of(DecidedClaim decided) {
      return new ShownClaim(
          decided.claim().aspect().word(),
          decided.claim().basis().text(),
          decided.claim().negative(),
          decided.verdict().word(),
          EvidenceWords.score(decided.score()),
          decided.judgements().stream().map(ShownJudgement::of).toList());
    }
  }

  /** One expert's judgement with what it saw. */
  public record ShownJudgement(String expert, String verdict, String score, String evidence) {
    static ShownJudgement of(Judgement judgement) {
      return new ShownJudgement(
          judgement.expert(),
          judgement.ruling().verdict().word(),
          EvidenceWords.score(judgement.ruling().score()),
          EvidenceWords.of(judgement.ruling().evidence()));
    }
  }
}
