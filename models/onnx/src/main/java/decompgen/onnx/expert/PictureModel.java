package decompgen.onnx.expert;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelDescription;
import decompgen.onnx.repository.ModelKind;
import decompgen.onnx.repository.Preprocessing.Resize;
import decompgen.onnx.repository.TensorSpec;
import java.util.List;

/** A model that takes one stretched picture and knows a closed list of labels. */
final class PictureModel implements AutoCloseable {
  private final Model model;
  private final Engine engine;
  private final List<String> labels;

  /**
   * Takes the engine over; one whose model is refused is closed.
   *
   * @param outputs names that a model of this kind must have
   * @param scores the output whose last dimension counts the labels
   * @throws Failure MODEL_UNREADABLE when the model is of another kind or form
   */
  PictureModel(Model model, Engine engine, ModelKind kind, List<String> outputs, String scores) {
    this.model = requireNonNull(model, "model");
    this.engine = requireNonNull(engine, "engine");
    try {
      this.labels = model.labels();
      requireForm(kind, outputs, scores);
    } catch (RuntimeException refused) {
      engine.close();
      throw refused;
    }
  }

  private void requireForm(ModelKind kind, List<String> outputs, String scores) {
    ModelDescription description = model.description();
    if (description.kind() != kind)
      throw model.unfit("kind", "a " + kind + " is wanted, this is a " + description.kind());
    if (description.preprocessing().resize() != Resize.STRETCH || description.inputs().size() != 1)
      throw model.unfit("preprocessing", "a " + kind + " takes one stretched picture");
    List<String> names = description.outputs().stream().map(TensorSpec::name).toList();
    if (!names.containsAll(outputs)) throw model.unfit("outputs", "a " + kind + " has " + outputs);
    List<Integer> shape = shape(scores);
    if (shape.isEmpty() || shape.getLast() != labels.size())
      throw model.unfit("labels", "%d lines for %s %s".formatted(labels.size(), scores, shape));
  }

  /** Sizes of an output that the model has, as its description tells. */
  List<Integer> shape(String output) {
    return model.description().outputs().stream()
        .filter(spec -> spec.name().equals(output))
        .findFirst()
        .orElseThrow()
        .shape();
  }

  /** The model's outputs for a part of a picture. */
  NamedArrays see(Picture picture, Crop crop, Cancellation cancellation) {
    if (cancellation.cancelled()) // before the resizing, not only before the run
    throw new Failure(ErrorCode.CANCELLED, model.id() + ": the work was cancelled");
    ModelDescription description = model.description();
    TensorSpec image = description.image();
    byte[] rgb =
        description
            .preprocessing()
            .interpolation()
            .resize(picture, crop, image.widthPixels(), image.heightPixels());
    return engine.run(
        NamedArrays.of(image.name(), PictureTensor.of(rgb, image, description.preprocessing())),
        cancellation);
  }

  String version() {
    return model.id().toString();
  }

  String label(int index) {
    return labels.get(index);
  }

  int classes() {
    return labels.size();
  }

  @Override
  public void close() {
    engine.close();
  }
}
