package decompgen.loadtests.claims;

import decompgen.domain.benchmark.LabelledSentence;
import decompgen.domain.benchmark.Outcome;
import decompgen.domain.benchmark.SequentialJudge;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.expert.Expert;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.verdict.Rulebook;
import decompgen.language.vocabulary.WordNetVocabulary;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import decompgen.server.assembly.Assembly;
import decompgen.server.assembly.ShippedExperts;
import decompgen.server.cli.LoadingBar;
import decompgen.server.config.ExpertsConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The decomposer and the experts of a configuration, to judge labelled sentences by any rules. */
final class Jury implements AutoCloseable {
  private static final ImageLimits LIMITS = new ImageLimits(64 << 20, 100_000_000);

  private final PictureDecoder decoder = new ImageDecoder(LIMITS);
  private final Decomposer decomposer = Assembly.decomposer();
  private final Vocabulary vocabulary = new WordNetVocabulary();
  private final List<Expert> experts;

  Jury(ExpertsConfig config) {
    this.experts =
        new ShippedExperts(config).all().stream().<Expert>map(RememberingExpert::new).toList();
  }

  /** Names and versions of all that judge by these rules. */
  String fingerprint(ExpertsConfig config) {
    return decomposer.version()
        + ", "
        + experts.stream().map(Expert::version).collect(Collectors.joining(", "))
        + ", "
        + rulebook(config).version();
  }

  /** The sentences photo by photo, sorted by the photo's name, each with its claims' verdicts. */
  List<Outcome> judge(ClaimsFolder folder, ExpertsConfig config) {
    SequentialJudge judge = new SequentialJudge(decomposer, rulebook(config), experts);
    Collection<List<LabelledSentence>> photos =
        folder.sentences().stream()
            .collect(
                Collectors.groupingBy(LabelledSentence::photo, TreeMap::new, Collectors.toList()))
            .values();
    List<Outcome> outcomes = new ArrayList<>();
    for (List<LabelledSentence> photo : LoadingBar.over("photos", photos)) {
      Picture picture = picture(folder, photo.getFirst().photo());
      for (LabelledSentence sentence : photo)
        outcomes.add(new Outcome(sentence, judge.judge(picture, sentence.sentence())));
    }
    return outcomes;
  }

  /** A photo, upright. */
  Picture picture(ClaimsFolder folder, String photo) {
    return decoder.decode(folder.image(photo));
  }

  private Rulebook rulebook(ExpertsConfig config) {
    return config.ruleSet().rulebook(config.thresholds(), vocabulary, config.howToDecide());
  }

  @Override
  public void close() {
    experts.forEach(Expert::close);
  }
}
