package decompgen.onnx.reader;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question.Region;
import decompgen.domain.expert.Question.Whole;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import java.util.ArrayList;
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
  private final LineRecognizer recognizer;

  /** Takes the models over: they are closed with the reader. */
  public Reader(ReaderModels models, ReaderSettings settings) {
    this.models = models;
    this.settings = settings;
    this.finder = new LineFinder(models.finding(), settings);
    this.turner = new LineTurner(models.turning(), settings);
    this.recognizer =
        new LineRecognizer(
            models.recognising(), Alphabet.of(models.characters()), settings.maxBatch());
  }

  @Override
  public String name() {
    return "reader";
  }

  @Override
  public String version() {
    return "pp-ocrv4/1";
  }

  /** Lines for each inquiry, in reading order; none where there is no text. */
  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    List<List<LineFrame>> frames = new ArrayList<>();
    List<Patch> patches = new ArrayList<>();
    for (Inquiry inquiry : batch) {
      requireGoingOn(cancellation);
      List<LineFrame> found = find(inquiry, cancellation);
      frames.add(found);
      found.forEach(frame -> patches.add(LineRecognizer.cut(inquiry.picture(), frame)));
    }
    List<Transcript> transcripts = read(patches, cancellation);
    List<Evidence> answers = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < batch.size(); i++) {
      int to = from + frames.get(i).size();
      answers.add(lines(batch.get(i).picture(), frames.get(i), transcripts.subList(from, to)));
      from = to;
    }
    return answers;
  }

  private List<LineFrame> find(Inquiry inquiry, Cancellation cancellation) {
    Box region =
        switch (inquiry.question()) {
          case Whole() -> Box.WHOLE;
          case Region(Box box) -> box;
        };
    return finder.find(inquiry.picture(), region, cancellation);
  }

  private List<Transcript> read(List<Patch> patches, Cancellation cancellation) {
    return recognizer.read(turner.turn(patches, cancellation), cancellation);
  }

  private Lines lines(Picture picture, List<LineFrame> frames, List<Transcript> transcripts) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Transcript read = transcripts.get(i);
      if (read.text().isBlank() || read.confidence() < settings.leastConfidence()) continue;
      Box box = frames.get(i).bounds(picture.widthPixels(), picture.heightPixels());
      lines.add(new Line(read.text().strip(), read.confidence(), box));
    }
    return new Lines(ReadingOrder.of(lines));
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
