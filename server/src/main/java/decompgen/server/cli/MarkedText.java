package decompgen.server.cli;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import decompgen.domain.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Text with the words of its claims coloured: green supported, red and underlined contradicted,
 * cyan not judged.
 */
final class MarkedText {
  private final Ansi ansi;

  MarkedText(Ansi ansi) {
    this.ansi = ansi;
  }

  /** A response with the words of its decided claims coloured. */
  String of(String text, List<Claim> claims, Map<Integer, Verdict> verdicts) {
    int[] points = text.codePoints().toArray();
    @Nullable Verdict[] marks = new Verdict[points.length];
    for (Claim claim : claims) {
      Verdict verdict = verdicts.getOrDefault(claim.id(), Verdict.UNANSWERABLE);
      if (verdict.decided()) for (Span span : claim.basis().spans()) mark(marks, span, verdict);
    }
    return ansi.enabled() ? coloured(points, marks) : text;
  }

  /** A sentence with the words under the spans coloured; spans count in the response. */
  String of(Sentence sentence, List<Span> spans) {
    int[] points = sentence.text().codePoints().toArray();
    @Nullable Verdict[] marks = new Verdict[points.length];
    int first = sentence.span().start();
    for (Span span : spans)
      mark(marks, new Span(span.start() - first, span.end() - first), Verdict.UNANSWERABLE);
    return ansi.enabled() ? coloured(points, marks) : sentence.text();
  }

  /** A contradiction shows through whatever else rests on the same words. */
  private static void mark(@Nullable Verdict[] marks, Span span, Verdict verdict) {
    for (int i = span.start(); i < Math.min(span.end(), marks.length); i++)
      if (marks[i] != Verdict.CONTRADICTED) marks[i] = verdict;
  }

  private static String coloured(int[] points, @Nullable Verdict[] marks) {
    StringBuilder out = new StringBuilder();
    Verdict now = null;
    for (int i = 0; i < points.length; i++) {
      if (marks[i] != now) out.append(code(marks[i]));
      now = marks[i];
      out.appendCodePoint(Character.isISOControl(points[i]) && points[i] != '\n' ? ' ' : points[i]);
    }
    return out.append(code(null)).toString();
  }

  private static String code(@Nullable Verdict verdict) {
    return switch (verdict) {
      case SUPPORTED -> "\u001B[0;32m";
      case CONTRADICTED -> "\u001B[0;1;4;31m";
      case UNANSWERABLE -> "\u001B[0;36m";
      case NOT_APPLICABLE -> "\u001B[0m";
      case null -> "\u001B[0m";
    };
  }
}
