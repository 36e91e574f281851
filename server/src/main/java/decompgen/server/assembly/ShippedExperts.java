package decompgen.server.assembly;

import decompgen.domain.expert.ColourExpert;
import decompgen.domain.expert.Expert;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.expert.Classifier;
import decompgen.onnx.expert.Detector;
import decompgen.onnx.reader.Reader;
import decompgen.onnx.reader.ReaderModels;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelId;
import decompgen.onnx.repository.ModelRepository;
import decompgen.server.config.ExpertsConfig;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The experts as the configuration has them; each call opens one, which its caller closes. */
public final class ShippedExperts {
  private final ExpertsConfig config;
  private final ModelRepository repository;
  private final EngineSettings engine;

  public ShippedExperts(ExpertsConfig config) {
    this.config = config;
    this.repository = new ModelRepository(repository(config.models().repository()));
    this.engine = config.engine().settings();
  }

  /** All of them, opened one after the other. */
  public List<Expert> all() {
    return List.of(detector(), classifier(), reader(), colour());
  }

  public Expert detector() {
    return Detector.open(model(config.models().detector()), engine, config.tiling());
  }

  public Expert classifier() {
    return Classifier.open(
        model(config.models().classifier()), engine, config.classifier().labels());
  }

  public Expert reader() {
    return new Reader(ReaderModels.open(repository, engine), config.reader());
  }

  public Expert colour() {
    return new ColourExpert();
  }

  private Model model(String id) {
    return repository.model(ModelId.parse(id));
  }

  /** The folder configured, or the one that ships; the launcher says where the project lies. */
  private static Path repository(@Nullable Path configured) {
    if (configured != null) return configured;
    return Path.of(System.getProperty("decompgen.root", ".")).resolve("models/repository");
  }
}
