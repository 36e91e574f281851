package decompgen.onnx.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.onnx.ShippedModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelRepositoryTest {
  /** SHA-256 of the three bytes "abc", from FIPS 180-2's first example. */
  private static final String SHA_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String GOOD =
      """
      kind: classifier
      weights: {file: model.onnx, sha256: %s}
      inputs:
        - {name: image, type: uint8, shape: [1, 300, 300, 3], layout: NHWC}
      outputs:
        - {name: probabilities, type: float32, shape: [1, 2]}
      preprocessing: {resize: stretch, interpolation: bilinear, channels: RGB}
      labels: labels.txt
      provenance: {licence: Apache-2.0, evidence: LICENCE.txt, source: a test}
      """
          .formatted(SHA_OF_ABC);

  private static final ModelId ID = new ModelId("tiny", "1");

  @TempDir Path root;

  @Test
  void model_goodDescription_everyKeyIsRead() throws IOException {
    Model model = written(GOOD);
    ModelDescription description = model.description();
    assertThat(description.kind()).isEqualTo(ModelKind.CLASSIFIER);
    assertThat(description.image().widthPixels()).isEqualTo(300);
    assertThat(description.outputs().getFirst().shape()).containsExactly(1, 2);
    assertThat(description.preprocessing().resize()).isEqualTo(Preprocessing.Resize.STRETCH);
    assertThat(description.provenance().licence()).isEqualTo("Apache-2.0");
    assertThat(model.labels()).containsExactly("cat", "dog");
    assertThat(model.weights()).asString(StandardCharsets.US_ASCII).isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: classifier  | kind: oracle             | kind",
        "preprocessing: {  | 'preprocessing: {resise: x, ' | preprocessing.resise: unknown key; known are",
        "labels: labels.txt| ''                       | labels is missing",
        "type: uint8       | type: uint7              | inputs[0].type",
        "resize: stretch   | resize: squash           | preprocessing.resize",
        "channels: RGB     | channels: RGB, mean: [1] | preprocessing: mean",
        "[1, 2]            | [1, 0]                   | outputs[0]: shape",
        "licence: Apache-2.0, | ''                    | provenance: licence is missing",
        "file: model.onnx  | file: ../model.onnx      | weights: file",
        "file: model.onnx, | ''                       | weights: give either file or resource",
        "kind: classifier  | '%classifier'            | line ",
        "kind: classifier  | 'kind: '                 | 'yaml: kind is missing'",
        "{file: model.onnx, sha256: SHA} | ''         | 'yaml: weights is missing'",
        "{file: model.onnx, sha256: SHA} | 3          | 'yaml: weights: must be a section with keys of its own'",
        "[1, 2]            | ''                       | 'yaml: outputs[0]: shape is missing'",
        "[1, 2]            | 2                        | 'yaml: outputs[0].shape: must be a list like [a, b]'",
        "[1, 2]            | [1, ~]                   | 'yaml: outputs[0].shape[1]: is empty'",
        "[1, 2]            | [1, 2.5]                 | 'yaml: outputs[0].shape[1]: must be a whole number'",
        "[1, 2]            | [1, two]                 | 'yaml: outputs[0].shape[1]: must be a whole number'",
        "channels: RGB     | channels: RGB, mean: [1, ~, 1] | 'yaml: preprocessing.mean[1]: is empty'",
        "resize: stretch   | resize: squash | 'yaml: preprocessing.resize: must be one of ['",
      })
  void model_brokenDescription_namesFileAndKey(String good, String bad, String named) {
    String yaml = GOOD.replace(good.replace("SHA", SHA_OF_ABC), bad);
    assertThat(yaml).isNotEqualTo(GOOD);
    assertUnreadable(() -> written(yaml), "model.yaml", named);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "# nothing"})
  void model_emptyDescription_namesTheFile(String yaml) {
    assertUnreadable(() -> written(yaml), "model.yaml: is empty; ");
  }

  @Test
  void model_absentFromRepository_namesThoseThere() throws IOException {
    ModelRepository repository = repository(GOOD);
    assertUnreadable(
        () -> repository.model(new ModelId("huge", "1")), "huge/1/model.yaml", "[tiny/1]");
  }

  @Test
  void weights_changedFile_namesBothHashes() throws IOException {
    Model model = written(GOOD);
    Files.writeString(model.folder().resolve("model.onnx"), "abd");
    assertUnreadable(model::weights, "model.yaml: weights.sha256", "copy the model again");
  }

  @Test
  void weights_missingFile_namesIt() throws IOException {
    Model model = written(GOOD);
    Files.delete(model.folder().resolve("model.onnx"));
    assertUnreadable(model::weights, "weights.file", "there is no");
  }

  @Test
  void weights_missingResource_namesIt() throws IOException {
    Model model = written(GOOD.replace("file: model.onnx", "resource: nowhere/model.onnx"));
    assertUnreadable(model::weights, "weights.resource", "nowhere/model.onnx");
  }

  @Test
  void labels_missingFile_namesIt() throws IOException {
    Model model = written(GOOD.replace("labels.txt", "names.txt"));
    assertUnreadable(model::labels, "labels", "names.txt");
  }

  @Test
  void labels_recogniser_areItsWholeDictionary() {
    // 6,625 outputs: blank, 6,623 characters, space
    assertThat(ShippedModels.model("pp-ocrv4-rec/1").labels()).hasSize(6623);
  }

  @Test
  void parse_pathOutOfTheRepository_isRefused() {
    assertUnreadable(() -> ModelId.parse("../1"), "name/version", "../1");
    assertUnreadable(() -> ModelId.parse("tiny/../../1"), "name/version", "tiny");
    assertUnreadable(() -> ModelId.parse("tiny"), "name/version", "tiny");
  }

  @Test
  void ids_shippedRepository_hasEveryModelWithItsWeights() {
    assertThat(ShippedModels.repository().ids())
        .extracting(ModelId::toString)
        .contains(
            "efficientdet-lite2/1",
            "efficientnet-lite4/3",
            "pp-ocrv4-cls/1",
            "pp-ocrv4-det/1",
            "pp-ocrv4-rec/1");
    for (ModelId id : ShippedModels.repository().ids())
      assertThat(ShippedModels.repository().model(id).weights()).isNotEmpty();
  }

  private Model written(String yaml) throws IOException {
    return repository(yaml).model(ID);
  }

  private ModelRepository repository(String yaml) throws IOException {
    Path folder = Files.createDirectories(root.resolve("tiny/1"));
    Files.writeString(folder.resolve("model.yaml"), yaml);
    Files.writeString(folder.resolve("model.onnx"), "abc");
    Files.writeString(folder.resolve("labels.txt"), "cat\ndog\n");
    return new ModelRepository(root);
  }

  private static void assertUnreadable(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE);
              assertThat(failure.detail()).contains(parts);
            });
  }
}
