package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.TextClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.expert.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether quoted words can be read: by the edit distance of the quote to the lines read and to
 * joins of neighbouring ones. Short quotes are easily found by chance: they must be a word as it
 * is.
 */
record TextRule(Thresholds.Reading reading) implements Rule {
  /** A quote seldom runs over more lines; keeps the work linear in the lines. */
  private static final int JOINED_LINES = 4;

  @Override
  public String judge() {
    return "reader";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof TextClaim;
  }

  @Override
  public boolean needsBoxes() {
    return false;
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Lines read = (Lines) answers.getFirst();
    Wording quote = Wording.of(((TextClaim) claim).quote());
    List<Wording> texts = joins(read.lines());
    Verdict verdict = quote.isEmpty() || texts.isEmpty() ? UNANSWERABLE : verdict(quote, texts);
    return reading.confidence().ruling(verdict, read);
  }

  private Verdict verdict(Wording quote, List<Wording> texts) {
    double least = texts.stream().mapToDouble(quote::distanceWithin).min().orElseThrow();
    if (least >= reading.other()) return overlooked(quote, texts) ? UNANSWERABLE : CONTRADICTED;
    boolean there =
        quote.letters().length() <= reading.strict()
            ? texts.stream().anyMatch(text -> asWord(quote, text))
            : least <= reading.same();
    return there ? SUPPORTED : UNANSWERABLE;
  }

  /** Whether the quote may be there unread: little was read, or what was read is a part of it. */
  private boolean overlooked(Wording quote, List<Wording> texts) {
    int most = texts.stream().mapToInt(text -> text.letters().length()).max().orElse(0);
    return most < reading.enough() * quote.letters().length()
        || texts.stream().anyMatch(text -> part(text, quote));
  }

  private boolean part(Wording text, Wording quote) {
    return text.letters().length() > reading.strict()
        && text.distanceWithin(quote) <= reading.same();
  }

  private static boolean asWord(Wording quote, Wording text) {
    return text.words().contains(quote.letters()) || text.letters().equals(quote.letters());
  }

  /** Every line and every join of up to four neighbouring lines, as far as legible. */
  private List<Wording> joins(List<Line> lines) {
    List<String> legible =
        lines.stream()
            .filter(line -> line.score() >= reading.legible())
            .map(Line::text)
            .filter(text -> !Wording.of(text).isEmpty())
            .toList();
    List<Wording> joins = new ArrayList<>();
    for (int i = 0; i < legible.size(); i++)
      for (int n = 1; n <= JOINED_LINES && i + n <= legible.size(); n++)
        joins.add(Wording.of(String.join(" ", legible.subList(i, i + n))));
    return joins;
  }
}
