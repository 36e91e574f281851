package decompgen.onnx.expert;

import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelKind;
import decompgen.onnx.session.OnnxSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Names the kind of thing that a region shows: looked at alone, or, as a patch, by what the look at
 * the whole picture makes of its part, which costs nothing once the whole has been looked at. Its
 * model has the outputs {@code probabilities} (1,classes) and {@code cells} (1,side²,classes), the
 * logits of a grid over the picture whose mean gives the probabilities. When its description names
 * stuff, {@code stuff} (1,names) is the probability of each being in the whole picture, whatever
 * else is.
 */
public final class Classifier implements Expert {
  /**
   * Pictures whose looks are kept, 400 kB each: questions about one come together. Many more would
   * outlive the young generation and fill the heap.
   */
  private static final int KEPT = 8;

  private final PictureModel model;
  private final int most;
  private final List<String> stuff;
  private final Map<PictureId, Look> known = Collections.synchronizedMap(new LatestLooks());

  /** What one run of the model says of a whole picture. */
  private record Look(Cells cells, List<Label> stuff) {}

  /**
   * Takes the engine over: it is closed with the classifier.
   *
   * @param most labels in an answer, from 1
   * @throws Failure MODEL_UNREADABLE when the model is no such classifier
   */
  public Classifier(Model model, Engine engine, int most) {
    if (!(most >= 1)) throw new IllegalArgumentException("most: " + most);
    this.model =
        new PictureModel(model, engine, ModelKind.CLASSIFIER, outputs(model), "probabilities");
    this.most = most;
    this.stuff = model.description().stuff();
    try {
      requireForm(model);
    } catch (Failure refused) {
      this.model.close();
      throw refused;
    }
  }

  private static List<String> outputs(Model model) {
    return model.description().stuff().isEmpty()
        ? List.of("probabilities", "cells")
        : List.of("probabilities", "cells", "stuff");
  }

  private void requireForm(Model described) {
    List<Integer> cells = model.shape("cells");
    if (!Cells.fit(cells, model.classes()))
      throw described.unfit(
          "outputs",
          "cells is %s, which is no [1, side * side, %d]".formatted(cells, model.classes()));
    if (stuff.isEmpty() || model.shape("stuff").equals(List.of(1, stuff.size()))) return;
    throw described.unfit(
        "outputs",
        "stuff is %s, which is no [1, %d]".formatted(model.shape("stuff"), stuff.size()));
  }

  /**
   * Loads the model into ONNX Runtime.
   *
   * @throws Failure MODEL_UNREADABLE
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

  /** {@link Labels} for each inquiry, most probable first, then the whole picture's stuff. */
  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    List<Evidence> answers = new ArrayList<>();
    for (Inquiry inquiry : batch) answers.add(answer(inquiry, cancellation));
    return answers;
  }

  private Labels answer(Inquiry inquiry, Cancellation cancellation) {
    Picture picture = inquiry.picture();
    Box box = inquiry.question().box();
    return switch (inquiry.question()) {
      case Question.Region _ -> alone(picture, box, cancellation);
      case Question.Whole _, Question.Patch _ -> part(picture, box, cancellation);
    };
  }

  private Labels alone(Picture picture, Box region, Cancellation cancellation) {
    NamedArrays seen = model.see(picture, Crop.of(picture, region), cancellation);
    return labels(region, seen.floats("probabilities").values());
  }

  private Labels part(Picture picture, Box region, Cancellation cancellation) {
    Look look = known.get(picture.id());
    if (look == null) {
      look = look(model.see(picture, Crop.of(picture, Box.WHOLE), cancellation));
      known.put(picture.id(), look);
    }
    Labels named = labels(region, look.cells().probabilities(region));
    return region.equals(Box.WHOLE) ? named.and(look.stuff()) : named;
  }

  private Look look(NamedArrays seen) {
    Cells cells = Cells.of(model.classes(), seen.floats("cells").values());
    if (stuff.isEmpty()) return new Look(cells, List.of());
    float[] there = seen.floats("stuff").values();
    return new Look(
        cells,
        IntStream.range(0, there.length)
            .mapToObj(i -> new Label(stuff.get(i), Math.clamp(there[i], 0, 1)))
            .toList());
  }

  private Labels labels(Box region, float[] probabilities) {
    return new Labels(
        region,
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities[i]))
            .limit(most)
            .map(i -> new Label(model.label(i), Math.clamp(probabilities[i], 0, 1)))
            .toList());
  }

  /** The last pictures asked about. */
  private static final class LatestLooks extends LinkedHashMap<PictureId, Look> {
    private static final long serialVersionUID = 1;

    LatestLooks() {
      super(KEPT, .75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<PictureId, Look> eldest) {
      return size() > KEPT;
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
