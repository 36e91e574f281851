package decompgen.loadtests;

import decompgen.domain.benchmark.SequentialJudge;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.verdict.Rulebook;
import decompgen.language.SentenceDecomposer;
import decompgen.language.vocabulary.WordNetVocabulary;
import decompgen.onnx.image.ImageDecoder;
import decompgen.server.assembly.ShippedExperts;
import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The calls that a score makes, bare: decode, decompose each sentence, detect, ask the other
 * experts the same questions, one after the other in one thread, without lanes, events, HTTP or
 * store. This is the ceiling of the overhead benchmark.
 */
final class BareCalls implements AutoCloseable {
  private final PictureDecoder decoder;
  private final List<Expert> experts;
  private final SequentialJudge judge;
  private final AtomicInteger calls = new AtomicInteger();
  private final Expert detector;

  BareCalls(ServerConfig server, ExpertsConfig config) {
    this.decoder = new ImageDecoder(server.limits().image());
    ShippedExperts shipped = new ShippedExperts(config);
    this.detector = shipped.detector();
    this.experts =
        Stream.of(detector, shipped.classifier(), shipped.colour())
            .<Expert>map(expert -> new Counted(expert, calls))
            .toList();
    Rulebook rulebook =
        config
            .ruleSet()
            .rulebook(config.thresholds(), new WordNetVocabulary(), config.howToDecide());
    this.judge = new SequentialJudge(SentenceDecomposer.open(), rulebook, experts);
  }

  /** Milliseconds for everything up to the last ruling. */
  double run(byte[] photo, String response) {
    long began = System.nanoTime();
    judge.judge(decoder.decode(photo), response);
    return (System.nanoTime() - began) / 1e6;
  }

  /** Milliseconds for one look of the detector at the decoded photo, which is not counted. */
  double detect(byte[] photo) {
    Inquiry whole = new Inquiry(decoder.decode(photo), new Question.Whole());
    long began = System.nanoTime();
    detector.answer(List.of(whole), new Cancellation());
    return (System.nanoTime() - began) / 1e6;
  }

  /** Calls of experts made so far. */
  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    experts.forEach(Expert::close);
  }

  /** An expert whose calls are counted. */
  private record Counted(Expert expert, AtomicInteger calls) implements Expert {
    @Override
    public String name() {
      return expert.name();
    }

    @Override
    public String version() {
      return expert.version();
    }

    @Override
    public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
      calls.incrementAndGet();
      return expert.answer(batch, cancellation);
    }

    @Override
    public void close() {
      expert.close();
    }
  }
}
