package decompgen.onnx.expert;

import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelKind;
import decompgen.onnx.session.OnnxSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Names the kind of thing that a region shows. Its model has the output {@code probabilities}
 * (1,classes).
 */
public final class Classifier implements Expert {
  private final PictureModel model;
  private final int most;

  /**
   * Takes the engine over: it is closed with the classifier.
   *
   * @param most labels in an answer, from 1
   */
  public Classifier(Model model, Engine engine, int most) {
    if (!(most >= 1)) throw new IllegalArgumentException("most: " + most);
    this.model =
        new PictureModel(
            model, engine, ModelKind.CLASSIFIER, List.of("probabilities"), "probabilities");
    this.most = most;
  }

  /**
   * Loads the model into ONNX Runtime.
   *
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE
   */
  public static Classifier open(Model model, EngineSettings settings, int most) {
    return new Classifier(model, OnnxSession.open(model, settings), most);
  }

  @Override
  public String name() {
    return "classifier";
  }

  @Override
  public String version() {
    return model.version();
  }

  /** The execution provider that really computes: {@code cpu}. */
  public String provider() {
    return model.provider();
  }

  /** {@link Labels} for each inquiry, most probable first. */
  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    List<Evidence> answers = new ArrayList<>();
    for (Inquiry inquiry : batch)
      answers.add(classify(inquiry.picture(), inquiry.question().box(), cancellation));
    return answers;
  }

  private Labels classify(Picture picture, Box region, Cancellation cancellation) {
    float[] probabilities =
        model.see(picture, Crop.of(picture, region), cancellation).floats("probabilities").values();
    return new Labels(
        region,
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
            .limit(most)
            .map(i -> new Label(model.label(i), Math.clamp(probabilities[i], 0, 1)))
            .toList());
  }

  @Override
  public void close() {
    model.close();
  }
}
