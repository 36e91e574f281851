package decompgen.onnx.expert;

import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question.Patch;
import decompgen.domain.expert.Question.Region;
import decompgen.domain.expert.Question.Whole;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelKind;
import decompgen.onnx.session.OnnxSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds things of a closed list of classes. Its model has the outputs {@code boxes} (n,4: ymin,
 * xmin, ymax, xmax), {@code scores} (n), {@code classes} (n) and {@code class_scores} (classes).
 */
public final class Detector implements Expert {
  /** A slot that the list of classes left empty. */
  private static final String UNUSED = "???";

  private final PictureModel model;
  private final Tiling tiling;

  /** Takes the engine over: it is closed with the detector. */
  public Detector(Model model, Engine engine, Tiling tiling) {
    List<String> outputs = List.of("boxes", "scores", "classes", "class_scores");
    this.model = new PictureModel(model, engine, ModelKind.DETECTOR, outputs, "class_scores");
    this.tiling = tiling;
  }

  /**
   * Loads the model into ONNX Runtime.
   *
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE
   */
  public static Detector open(Model model, EngineSettings settings, Tiling tiling) {
    return new Detector(model, OnnxSession.open(model, settings), tiling);
  }

  @Override
  public String name() {
    return "detector";
  }

  /** Model and version, and the tiling, which changes answers too. */
  @Override
  public String version() {
    return model.version() + tiling.suffix();
  }

  /** The labels that boxes may have, in alphabetical order. */
  public SortedSet<String> labels() {
    SortedSet<String> labels = new TreeSet<>();
    for (int i = 0; i < model.classes(); i++) labels.add(model.label(i));
    labels.remove(UNUSED);
    return labels;
  }

  /** {@link Boxes} for each inquiry, relative to its whole picture. */
  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    List<Evidence> answers = new ArrayList<>();
    for (Inquiry inquiry : batch) answers.add(answer(inquiry, cancellation));
    return answers;
  }

  private Boxes answer(Inquiry inquiry, Cancellation cancellation) {
    Picture picture = inquiry.picture();
    return switch (inquiry.question()) {
      case Whole() -> whole(picture, cancellation);
      case Region(Box box) -> look(picture, Crop.of(picture, box), cancellation);
      case Patch(Box box) -> look(picture, Crop.of(picture, box), cancellation);
    };
  }

  private Boxes whole(Picture picture, Cancellation cancellation) {
    List<Boxes> seen = new ArrayList<>();
    seen.add(look(picture, Crop.whole(picture), cancellation));
    for (Crop tile : tiling.tiles(picture))
      seen.add(tiling.inside(tile, picture, look(picture, tile, cancellation)));
    return tiling.merged(seen);
  }

  private Boxes look(Picture picture, Crop crop, Cancellation cancellation) {
    NamedArrays seen = model.see(picture, crop, cancellation);
    float[] sides = seen.floats("boxes").values();
    float[] scores = seen.floats("scores").values();
    long[] classes = seen.longs("classes").values();
    List<Detection> boxes = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      String label = model.label((int) classes[i]);
      if (label.equals(UNUSED)) continue;
      Box inside = Box.clipped(sides[4 * i + 1], sides[4 * i], sides[4 * i + 3], sides[4 * i + 2]);
      boxes.add(new Detection(label, Math.clamp(scores[i], 0, 1), crop.placed(inside, picture)));
    }
    return new Boxes(boxes, classScores(seen.floats("class_scores").values()));
  }

  private Map<String, Double> classScores(float[] scores) {
    Map<String, Double> best = new HashMap<>();
    for (int i = 0; i < scores.length; i++)
      best.merge(model.label(i), (double) Math.clamp(scores[i], 0, 1), Math::max);
    best.remove(UNUSED);
    return best;
  }

  @Override
  public void close() {
    model.close();
  }
}
