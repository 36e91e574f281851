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
 * is. So must numbers, for a digit makes another number.
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
    boolean silent = quote.isEmpty() || texts.isEmpty();
    Verdict verdict = silent ? UNANSWERABLE : verdict(quote, texts, whole(read));
    return reading.confidence().ruling(verdict, read);
  }

  private Verdict verdict(Wording quote, List<Wording> texts, boolean whole) {
    if (texts.stream().anyMatch(text -> there(quote, text))) return SUPPORTED;
    double least = texts.stream().mapToDouble(quote::distanceWithin).min().orElseThrow();
    return least < reading.other() || overlooked(quote, texts, whole) ? UNANSWERABLE : CONTRADICTED;
  }

  private boolean there(Wording quote, Wording text) {
    if (quote.letters().length() <= reading.strict()) return asWord(quote, text);
    return quote.distanceWithin(text) <= reading.same()
        && quote.worstWordWithin(text) < reading.other()
        && text.numbers().containsAll(quote.numbers());
  }

  /** Whether all lines that were found were read. */
  private boolean whole(Lines read) {
    return read.unread().isEmpty() && read.lines().stream().allMatch(this::legible);
  }

  private boolean legible(Line line) {
    return line.score() >= reading.legible();
  }

  /**
   * Whether the quote may be there unread: it is a letter or two, in a script that nothing was read
   * in, what was read is a part of it, or what was read is little. Where all was read, only so
   * little is little as may be read by chance.
   */
  private boolean overlooked(Wording quote, List<Wording> texts, boolean whole) {
    int letters = quote.letters().length();
    int most = texts.stream().mapToInt(text -> text.letters().length()).max().orElse(0);
    boolean much = most >= reading.enough() * letters || whole && most > reading.strict();
    return letters <= reading.strict()
        || !much
        || texts.stream().noneMatch(text -> text.scripts().containsAll(quote.scripts()))
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
            .filter(this::legible)
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
