package decompgen.server.config;

import decompgen.domain.error.Range;
import decompgen.domain.verdict.Deciding;
import decompgen.domain.verdict.RuleSet;
import decompgen.domain.verdict.Thresholds;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.expert.Tiling;
import decompgen.onnx.reader.ReaderSettings;
import decompgen.onnx.repository.ModelId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What experts.yaml says; every key is explained there. */
public record ExpertsConfig(
    String rules,
    String deciding,
    double weightedMargin,
    Models models,
    Engine engine,
    Tiling tiling,
    Classifier classifier,
    ReaderSettings reader,
    Thresholds thresholds) {
  public ExpertsConfig {
    if (RuleSet.named(rules).isEmpty())
      throw new IllegalArgumentException("rules: " + rules + "; choose default or dgpref");
    if (!List.of("first", "weighted").contains(deciding))
      throw new IllegalArgumentException("deciding: " + deciding + "; choose first or weighted");
    Range.check(weightedMargin >= 0, "weighted-margin", weightedMargin, "0 or more");
  }

  public record Models(@Nullable Path repository, String detector, String classifier) {
    public Models {
      ModelId.parse(detector);
      ModelId.parse(classifier);
    }
  }

  public record Engine(String provider, String fallback, int threads) {
    public Engine {
      List<String> providers = Arrays.stream(Provider.values()).map(Provider::word).toList();
      if (!providers.contains(provider))
        throw new IllegalArgumentException(
            "provider: " + provider + "; choose " + String.join(" or ", providers));
      if (!List.of("none", "cpu").contains(fallback))
        throw new IllegalArgumentException("fallback: " + fallback + "; choose none or cpu");
      Range.check(threads >= 1 && threads <= 1024, "threads", threads, "1 to 1024");
    }

    public EngineSettings settings() {
      Provider chosen = Provider.valueOf(provider.toUpperCase(Locale.ROOT));
      return new EngineSettings(chosen, fallback.equals("cpu"), threads, false);
    }
  }

  public record Classifier(int labels) {
    public Classifier {
      Range.check(labels >= 1, "labels", labels, "1 or more");
    }
  }

  public RuleSet ruleSet() {
    return RuleSet.named(rules).orElseThrow();
  }

  public Deciding howToDecide() {
    return deciding.equals("first")
        ? new Deciding.FirstDecisive()
        : new Deciding.Weighted(weightedMargin);
  }
}
