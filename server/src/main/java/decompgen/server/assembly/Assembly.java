package decompgen.server.assembly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.expert.Expert;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.picture.PictureId;
import decompgen.domain.verdict.Rulebook;
import decompgen.language.SentenceDecomposer;
import decompgen.language.vocabulary.WordNetVocabulary;
import decompgen.onnx.image.ImageDecoder;
import decompgen.server.config.ExpertsConfig;
import decompgen.server.config.ServerConfig;
import decompgen.verticles.lane.CachedLane;
import decompgen.verticles.lane.ExpertLane;
import decompgen.verticles.lane.Lane;
import decompgen.verticles.lane.LaneSettings;
import decompgen.verticles.scoring.Pipeline;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The pipeline put together: models loaded side by side, each on its lane. */
public final class Assembly {
  private final ServerConfig server;
  private final ExpertsConfig experts;
  private final MeterRegistry meters;
  private final StartUp start;
  private final ShippedExperts shipped;
  private final Cache<ExpertLane.Key, Evidence> seen;
  private final Opened opened = new Opened();

  private Assembly(
      ServerConfig server, ExpertsConfig experts, MeterRegistry meters, StartUp start) {
    this.server = server;
    this.experts = experts;
    this.meters = meters;
    this.start = start;
    this.shipped = new ShippedExperts(experts);
    this.seen = Caffeine.newBuilder().maximumSize(server.cache().answers()).build();
  }

  /** Steps of the start that {@link #pipeline} tells of. */
  public static final int STEPS = 6;

  /**
   * Loads all models side by side, each on its lane.
   *
   * @throws decompgen.domain.error.Failure with what was opened closed again
   */
  public static Pipeline pipeline(
      ServerConfig server, ExpertsConfig experts, MeterRegistry meters, StartUp start) {
    Assembly assembly = new Assembly(server, experts, meters, start);
    try {
      return assembly.pipeline();
    } catch (RuntimeException failed) {
      assembly.opened.close();
      throw failed;
    }
  }

  /** The decomposer alone, for those that look at no picture; it opens in half a second. */
  public static Decomposer decomposer() {
    return SentenceDecomposer.open();
  }

  private Pipeline pipeline() {
    CompletableFuture<Decomposer> decomposer = start.begin("decomposer", Assembly::decomposer);
    CompletableFuture<Vocabulary> vocabulary = start.begin("vocabulary", WordNetVocabulary::new);
    CompletableFuture<ExpertLane> detector =
        expert("detector", shipped::detector, server.lanes().detector());
    CompletableFuture<ExpertLane> classifier =
        expert("classifier", shipped::classifier, server.lanes().classifier());
    CompletableFuture<ExpertLane> reader =
        expert("reader", shipped::reader, server.lanes().reader());
    CompletableFuture<ExpertLane> colour =
        expert("colour", shipped::colour, server.lanes().colour());
    Rulebook rulebook =
        experts
            .ruleSet()
            .rulebook(experts.thresholds(), StartUp.join(vocabulary), experts.howToDecide());
    return new Pipeline(
        decode(),
        StartUp.join(decomposer),
        language(StartUp.join(decomposer)),
        Map.of(
            "detector", StartUp.join(detector),
            "classifier", StartUp.join(classifier),
            "reader", StartUp.join(reader),
            "colour", StartUp.join(colour)),
        rulebook);
  }

  private CompletableFuture<ExpertLane> expert(
      String name, Supplier<Expert> open, ServerConfig.Lane lane) {
    LaneSettings settings = lane.named(name);
    return opened.add(start.begin(name, () -> new ExpertLane(open.get(), settings, seen, meters)));
  }

  private CachedLane<PictureId, byte[], Picture> decode() {
    PictureDecoder decoder = new ImageDecoder(server.limits().image());
    Cache<PictureId, Picture> pictures =
        Caffeine.newBuilder()
            .maximumWeight(server.cache().pictures().bytes())
            .weigher((PictureId _, Picture picture) -> picture.rgb().length)
            .build();
    LaneSettings settings = server.lanes().decode().named("decode");
    Lane<byte[], Picture> lane =
        new Lane<>(settings, (batch, _) -> batch.stream().map(decoder::decode).toList(), meters);
    return opened.add(new CachedLane<>(lane, pictures));
  }

  private Lane<Pipeline.Passage, List<Claim>> language(Decomposer decomposer) {
    LaneSettings settings = server.lanes().language().named("language");
    return opened.add(
        new Lane<>(
            settings,
            (batch, _) ->
                batch.stream()
                    .map(passage -> decomposer.decompose(passage.sentence(), passage.before()))
                    .toList(),
            meters));
  }
}
