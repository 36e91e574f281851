package decompgen.server.cli;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Polarity;
import decompgen.domain.score.ScoreEvent;
import decompgen.domain.score.Tally;
import decompgen.domain.verdict.Verdict;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints the events of a score for people: one line a verdict as it lands, then each response with
 * its claims marked.
 */
final class ScorePrinter {
  /** Words by which a claim denies; "there isn't a dog" is told by "a dog" alone. */
  private static final Pattern DENYING =
      Pattern.compile("\\b(no|not|nobody|without|never)\\b", Pattern.CASE_INSENSITIVE);

  private final PrintStream out;
  private final Ansi ansi;
  private final Map<Integer, Told> responses = new HashMap<>();
  private int contradicted;
  private boolean failed;

  /** What is known of one response so far. */
  private static final class Told {
    final List<Claim> claims = new ArrayList<>();
    final Map<Integer, Verdict> verdicts = new HashMap<>();
    final Set<Integer> judged = new HashSet<>();
    String text = "";
  }

  ScorePrinter(PrintStream out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  /** Claims contradicted so far, in all responses. */
  int contradicted() {
    return contradicted;
  }

  /** Whether the stream ended badly. */
  boolean failed() {
    return failed;
  }

  void print(ScoreEvent event) {
    switch (event) {
      case ScoreEvent.Accepted _ -> {}
      case ScoreEvent.Responded responded -> told(responded.response()).text = responded.text();
      case ScoreEvent.Decomposed decomposed ->
          told(decomposed.response()).claims.addAll(decomposed.claims());
      case ScoreEvent.Mentioned _ -> {}
      case ScoreEvent.Judged judged -> judged(told(judged.response()), judged);
      case ScoreEvent.ExpertFailed failed ->
          line("@|yellow !|@ " + failed.expert() + " failed: " + safe(failed.detail()));
      case ScoreEvent.Decided decided -> decided(told(decided.response()), decided);
      case ScoreEvent.Scored scored -> scored(told(scored.response()), scored);
      case ScoreEvent.Completed completed -> completed(completed);
      case ScoreEvent.Failed end -> failed(end);
    }
  }

  private Told told(int response) {
    return responses.computeIfAbsent(response, _ -> new Told());
  }

  private void judged(Told told, ScoreEvent.Judged judged) {
    told.judged.add(judged.claim());
    verdict(
        told.claims.get(judged.claim()),
        judged.verdict(),
        judged.score(),
        judged.expert(),
        EvidenceWords.of(judged.evidence()));
  }

  private void decided(Told told, ScoreEvent.Decided decided) {
    told.verdicts.put(decided.claim(), decided.verdict());
    if (decided.verdict() == Verdict.CONTRADICTED) contradicted++;
    if (!told.judged.contains(decided.claim()))
      verdict(
          told.claims.get(decided.claim()),
          decided.verdict(),
          decided.score(),
          "",
          reason(decided.verdict()));
  }

  private static String reason(Verdict verdict) {
    return verdict == Verdict.NOT_APPLICABLE
        ? "what it speaks of is not there"
        : "no expert can tell";
  }

  private void verdict(Claim claim, Verdict verdict, double score, String expert, String evidence) {
    line(
        "%s %-34s %-15s %s  @|faint %-10s %s|@"
            .formatted(
                mark(verdict),
                safe(shortened(words(claim.basis()), 34)),
                coloured(verdict, "%-14s".formatted(verdict.word())),
                verdict.decided() ? EvidenceWords.score(score) : "   ",
                expert,
                safe(evidence)));
  }

  /** The claim's words, denied where they do not say so themselves ("there isn't a dog"). */
  private static String words(Basis basis) {
    boolean denied = basis.polarity() == Polarity.NEGATIVE;
    return denied && !DENYING.matcher(basis.text()).find() ? "not: " + basis.text() : basis.text();
  }

  private void scored(Told told, ScoreEvent.Scored scored) {
    out.println();
    out.println(new MarkedText(ansi).of(told.text, told.claims, told.verdicts));
    Tally tally = scored.tally();
    int open = tally.claims() - tally.supported() - tally.contradicted();
    String trust =
        tally.trust().isPresent()
            ? bar(tally.trust().getAsDouble())
            : "@|faint nothing could be decided|@";
    line(
        "\n@|bold trust|@ "
            + trust
            + "   @|bold coverage|@ "
            + EvidenceWords.score(tally.coverage()));
    line(
        "@|faint %d supported, %d contradicted, %d open, %d ms|@%s"
            .formatted(
                tally.supported(),
                tally.contradicted(),
                open,
                scored.took().toMillis(),
                scored.omitted() > 0
                    ? ", " + scored.omitted() + " claims beyond the limit left out"
                    : ""));
  }

  private void completed(ScoreEvent.Completed completed) {
    if (completed.ranking().size() > 1)
      line(
          "\n@|bold ranking|@ "
              + completed.ranking().stream().map(number -> "response " + (number + 1)).toList());
  }

  private void failed(ScoreEvent.Failed end) {
    failed = true;
    line("@|red,bold " + end.code().title() + "|@: " + safe(end.detail()));
  }

  private static String bar(double trust) {
    int full = (int) Math.round(trust * 10);
    String colour = trust >= .8 ? "green" : trust >= .5 ? "yellow" : "red";
    return "%s @|%s %s|@@|faint %s|@"
        .formatted(EvidenceWords.score(trust), colour, "█".repeat(full), "░".repeat(10 - full));
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "@|green ✓|@";
      case CONTRADICTED -> "@|red ✗|@";
      case NOT_APPLICABLE -> "@|faint -|@";
      case UNANSWERABLE -> "@|yellow ?|@";
    };
  }

  private static String coloured(Verdict verdict, String text) {
    return switch (verdict) {
      case SUPPORTED -> "@|green " + text + "|@";
      case CONTRADICTED -> "@|red,bold " + text + "|@";
      case NOT_APPLICABLE, UNANSWERABLE -> "@|faint " + text + "|@";
    };
  }

  static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** Text from outside must not be read as markup, nor move the cursor. */
  static String safe(String text) {
    return text.replace("@|", "@ |").replace("|@", "| @").replaceAll("\\p{Cntrl}", " ");
  }

  private void line(String markup) {
    out.println(ansi.string(markup));
  }
}
