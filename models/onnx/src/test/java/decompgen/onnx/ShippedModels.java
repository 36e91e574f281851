package decompgen.onnx;

import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelId;
import decompgen.onnx.repository.ModelRepository;
import decompgen.onnx.session.OnnxSession;
import java.nio.file.Path;

/** The models that ship with the project, for tests. */
public final class ShippedModels {
  private ShippedModels() {}

  public static ModelRepository repository() {
    String root = System.getProperty("project.root", "../..");
    return new ModelRepository(Path.of(root, "models", "repository"));
  }

  public static Model model(String id) {
    return repository().model(ModelId.parse(id));
  }

  public static OnnxSession open(String id) {
    return OnnxSession.open(model(id), EngineSettings.cpu(2));
  }
}
