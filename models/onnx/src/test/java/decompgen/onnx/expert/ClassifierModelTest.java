package decompgen.onnx.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Picture;
import decompgen.onnx.ShippedModels;
import decompgen.onnx.engine.Engine;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.Provider;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import decompgen.onnx.image.Samples;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelId;
import decompgen.onnx.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models a classifier takes, and what it says of others. */
@Tag("native")
class ClassifierModelTest {
  @Test
  void construct_noLabelWanted_isRefused() {
    assertThatThrownBy(
            () ->
                Classifier.open(
                    ShippedModels.model("efficientnet-lite4/3"), EngineSettings.cpu(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void construct_modelOfAnotherKind_isRefusedAndItsEngineClosed() {
    Model detector = ShippedModels.model("efficientdet-lite2/1");
    assertRefused(detector, "kind: a CLASSIFIER is wanted");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1, 100, 1000 | 1, 99, 1000",
        "1, 100, 1000 | 1, -1, 1000",
        "1, 100, 1000 | 100, 1000",
        "1, 100, 1000 | 2, 100, 1000",
        "1, 100, 1000 | 1, 100, 999"
      })
  void construct_cellsOfNoGrid_isRefusedWithFileAndShape(
      String good, String bad, @TempDir Path root) throws IOException {
    assertRefused(
        changed(good, bad, root),
        root.resolve("bent/1/model.yaml")
            + ": outputs: cells is ["
            + bad
            + "], which is no [1, side * side, 1000]");
  }

  @Test
  void construct_otherStuffThanNamed_isRefused(@TempDir Path root) throws IOException {
    assertRefused(
        changed("stuff: [sky, ", "stuff: [", root),
        "model.yaml: outputs: stuff is [1, 8], which is no [1, 7]");
  }

  /** A classifier of the user's own need not know any stuff. */
  @Test
  void construct_noStuffNamed_answersLabelsAlone(@TempDir Path root) throws IOException {
    Model model = changed("\nstuff: ", "\n# stuff: ", root);
    Files.copy(
        ShippedModels.model("efficientnet-lite4/3").folder().resolve("model.onnx"),
        model.folder().resolve("model.onnx"));
    try (Classifier plain = Classifier.open(model, EngineSettings.cpu(1), 5)) {
      Picture photo = new ImageDecoder(ImageLimits.DEFAULT).decode(Samples.photo("chelsea"));
      Labels seen =
          (Labels)
              plain
                  .answer(List.of(new Inquiry(photo, new Question.Whole())), new Cancellation())
                  .getFirst();
      assertThat(seen.labels()).hasSize(5);
    }
  }

  @Test
  void construct_probabilitiesWithoutClasses_isRefused(@TempDir Path root) throws IOException {
    assertRefused(
        changed("[1, 1000]", "[]", root), "model.yaml: labels: 1000 lines for probabilities []");
  }

  private static void assertRefused(Model model, String complaint) {
    AtomicInteger closed = new AtomicInteger();
    assertThatThrownBy(() -> new Classifier(model, new Idle(model.id(), closed), 5))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(complaint);
    assertThat(closed).hasValue(1);
  }

  /** The shipped classifier's description with one text in it replaced. */
  private static Model changed(String good, String bad, Path root) throws IOException {
    Model shipped = ShippedModels.model("efficientnet-lite4/3");
    Path folder = Files.createDirectories(root.resolve("bent/1"));
    String yaml = Files.readString(shipped.folder().resolve("model.yaml"));
    Files.writeString(folder.resolve("model.yaml"), yaml.replace(good, bad));
    Files.copy(shipped.folder().resolve("labels.txt"), folder.resolve("labels.txt"));
    return new ModelRepository(root).model(ModelId.parse("bent/1"));
  }

  /** Computes nothing, and counts how often it is closed. */
  private record Idle(ModelId model, AtomicInteger closed) implements Engine {
    @Override
    public Provider provider() {
      return Provider.CPU;
    }

    @Override
    public NamedArrays run(NamedArrays inputs, Cancellation cancellation) {
      throw new IllegalStateException("nothing to run");
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
