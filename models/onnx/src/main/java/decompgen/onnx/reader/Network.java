package decompgen.onnx.reader;

import static java.util.Objects.requireNonNull;

import decompgen.domain.expert.Cancellation;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelDescription;
import decompgen.onnx.session.OnnxSession;

/**
 * A model that takes pixels in planes {@code [n,3,h,w]} and gives one array.
 *
 * @param input name of the tensor that takes the pixels
 * @param output name of the tensor that comes back
 */
public record Network(Engine engine, String input, String output, Planes planes) {
  public Network {
    requireNonNull(engine, "engine");
    requireNonNull(input, "input");
    requireNonNull(output, "output");
    requireNonNull(planes, "planes");
  }

  /**
   * Loads a model; names and planes come from its description.
   *
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE
   */
  static Network open(Model model, EngineSettings settings) {
    ModelDescription described = model.description();
    return new Network(
        OnnxSession.open(model, settings),
        described.image().name(),
        described.outputs().getFirst().name(),
        Planes.of(described.preprocessing()));
  }

  /** Computes on the calling thread; errors are {@link Engine#run}'s. */
  Floats run(Shape shape, float[] pixels, Cancellation cancellation) {
    return engine
        .run(NamedArrays.of(input, new Floats(shape, pixels)), cancellation)
        .floats(output);
  }
}
