package decompgen.onnx.reader;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.picture.Box;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Reads text: finds the lines of each picture, then turns and recognises the lines of all pictures
 * together. Lines of many pictures share runs of the recogniser and read as they would alone.
 */
public final class Reader implements Expert {
  private final ReaderModels models;
  private final ReaderSettings settings;
  private final LineFinder finder;
  private final LineTurner turner;
  private final LineRecogniser recogniser;

  /** Takes the models over: they are closed with the reader. */
  public Reader(ReaderModels models, ReaderSettings settings) {
    this.models = models;
    this.settings = settings;
    this.finder = new LineFinder(models.finding(), settings);
    this.turner = new LineTurner(models.turning(), settings);
    this.recogniser =
        new LineRecogniser(
            models.recognising(), Alphabet.of(models.characters()), settings.maxBatch());
  }

  @Override
  public String name() {
    return "reader";
  }

  /** {@code pp-ocrv4/2}, with a mark when settings that change answers are not the defaults. */
  @Override
  public String version() {
    return "pp-ocrv4/2" + settings.mark();
  }

  /** Lines for each inquiry, those read in reading order; none where there is no text. */
  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    List<List<TextLine>> found = new ArrayList<>();
    for (Inquiry inquiry : batch) {
      requireGoingOn(cancellation);
      found.add(find(inquiry, cancellation));
    }
    List<TextLine> all = found.stream().flatMap(List::stream).toList();
    Iterator<Transcript> transcripts = read(all, cancellation).iterator();
    return found.stream().map(lines -> evidence(lines, transcripts)).toList();
  }

  private List<TextLine> find(Inquiry inquiry, Cancellation cancellation) {
    return finder.find(inquiry.picture(), inquiry.question().box(), cancellation);
  }

  /** Lines that seem upside down are read both ways, since the classifier errs; see DECISIONS. */
  private List<Transcript> read(List<TextLine> lines, Cancellation cancellation) {
    List<Integer> upsideDown = turner.upsideDown(lines, cancellation);
    List<TextLine> asked = new ArrayList<>(lines);
    upsideDown.forEach(i -> asked.add(lines.get(i).turned()));
    List<Transcript> read = recogniser.read(asked, cancellation);
    List<Transcript> best = new ArrayList<>(read.subList(0, lines.size()));
    for (int i = 0; i < upsideDown.size(); i++) {
      Transcript turned = read.get(lines.size() + i);
      int line = upsideDown.get(i);
      if (turned.confidence() >= best.get(line).confidence()) best.set(line, turned);
    }
    return best;
  }

  /** Takes one transcript for each line; a blank one tells that it is no text. */
  private Evidence evidence(List<TextLine> found, Iterator<Transcript> transcripts) {
    List<Line> lines = new ArrayList<>();
    List<Box> unread = new ArrayList<>();
    for (TextLine line : found) {
      Transcript read = transcripts.next();
      if (read.text().isBlank()) continue;
      if (read.confidence() >= settings.leastConfidence())
        lines.add(new Line(read.text().strip(), read.confidence(), line.bounds()));
      else unread.add(line.bounds());
    }
    return new Lines(ReadingOrder.of(lines), unread);
  }

  private static void requireGoingOn(Cancellation cancellation) {
    if (cancellation.cancelled())
      throw new Failure(ErrorCode.CANCELLED, "reader: the reading was cancelled");
  }

  @Override
  public void close() {
    models.close();
  }
}
