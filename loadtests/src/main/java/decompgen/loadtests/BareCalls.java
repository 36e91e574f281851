package decompgen.loadtests;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Decomposition;
import decompgen.domain.claim.Sentence;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.ColourExpert;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.verdict.Judgement;
import decompgen.domain.verdict.Requirement;
import decompgen.domain.verdict.Rule;
import decompgen.domain.verdict.Rulebook;
import decompgen.domain.verdict.Ruling;
import decompgen.domain.verdict.Verdict;
import decompgen.language.SentenceDecomposer;
import decompgen.language.vocabulary.WordNetVocabulary;
import decompgen.onnx.expert.Classifier;
import decompgen.onnx.expert.Detector;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import decompgen.onnx.repository.ModelId;
import decompgen.onnx.repository.ModelRepository;
import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls that a score makes, bare: decode, decompose each sentence, detect, ask the other
 * experts the same questions, one after the other in one thread, without lanes, events, HTTP or
 * store. This is the ceiling of the overhead benchmark.
 */
final class BareCalls implements AutoCloseable {
  private final PictureDecoder decoder;
  private final Decomposer decomposer = SentenceDecomposer.open();
  private final Map<String, Expert> experts;
  private final Rulebook rulebook;
  private int calls;

  BareCalls(ServerConfig server, ExpertsConfig config) {
    ServerConfig.Limits limits = server.limits();
    this.decoder =
        new ImageDecoder(
            new ImageLimits(limits.upload().bytes(), limits.megapixels() * 1_000_000L));
    this.rulebook =
        config
            .ruleSet()
            .rulebook(config.thresholds(), new WordNetVocabulary(), config.howToDecide());
    this.experts =
        Map.of(
            "detector", detector(config),
            "classifier", classifier(config),
            "colour", new ColourExpert());
  }

  /** Milliseconds for everything up to the last ruling. */
  double run(byte[] photo, String response) {
    long began = System.nanoTime();
    new Run(decoder.decode(photo)).run(response);
    return (System.nanoTime() - began) / 1e6;
  }

  /** Calls of models made so far, decoding included. */
  int calls() {
    return calls;
  }

  @Override
  public void close() {
    experts.values().forEach(Expert::close);
  }

  private static Expert detector(ExpertsConfig config) {
    ModelId id = ModelId.parse(config.models().detector());
    return Detector.open(repository().model(id), config.engine().settings(), config.tiling());
  }

  private static Expert classifier(ExpertsConfig config) {
    ModelId id = ModelId.parse(config.models().classifier());
    return Classifier.open(
        repository().model(id), config.engine().settings(), config.classifier().labels());
  }

  private static ModelRepository repository() {
    Path root = Path.of(System.getProperty("decompgen.root", "."));
    return new ModelRepository(root.resolve("models/repository"));
  }

  /** One score; an equal question is asked once, as the server's lanes do it. */
  private final class Run {
    private final Picture picture;
    private final Boxes located;
    private final Map<List<Object>, Evidence> seen = new HashMap<>();
    private final List<Verdict> verdicts = new ArrayList<>();

    Run(Picture picture) {
      calls++;
      this.picture = picture;
      this.located = (Boxes) ask("detector", new Question.Whole());
    }

    void run(String response) {
      Decomposition decomposition = new Decomposition(512);
      for (Sentence sentence : decomposer.sentences(response)) {
        calls++;
        decomposition.add(decomposer.decompose(sentence, decomposition.claims()));
      }
      for (Claim claim : decomposition.claims())
        verdicts.add(verdict(claim, decomposition.claims()));
    }

    private Verdict verdict(Claim claim, List<Claim> claims) {
      Requirement requirement =
          claim.requires().stream()
              .map(id -> Requirement.of(claims.get(id), verdicts.get(id)))
              .reduce(Requirement.MET, Requirement::and);
      List<Judgement> judgements =
          rulebook.rulesFor(claim).stream()
              .filter(requirement::admits)
              .map(rule -> judgement(rule, claim))
              .toList();
      return rulebook
          .decisive(judgements)
          .map(decided -> decided.ruling().verdict())
          .orElse(requirement.otherwise());
    }

    private Judgement judgement(Rule rule, Claim claim) {
      List<Evidence> answers =
          rule.questions(claim, located).stream()
              .map(question -> ask(rule.expert(), question))
              .toList();
      Ruling ruling = Rulebook.judge(rule, claim, located, answers);
      return new Judgement(claim.id(), rule.judge(), "bare", ruling, Duration.ZERO);
    }

    private Evidence ask(String name, Question question) {
      return seen.computeIfAbsent(
          List.of(name, question),
          _ -> {
            calls++;
            Expert expert = experts.get(name);
            if (expert == null) throw new IllegalStateException("the response asks " + name);
            return expert
                .answer(List.of(new Inquiry(picture, question)), new Cancellation())
                .getFirst();
          });
    }
  }
}
