package decompgen.onnx.reader;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.Failure;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.ModelId;
import decompgen.onnx.repository.ModelRepository;
import java.util.ArrayList;
import java.util.List;

/**
 * The three networks of PP-OCRv4.
 *
 * @param finding the text detector: a picture {@code [1,3,h,w]} to probabilities {@code [1,1,h,w]}
 * @param turning the angle classifier: lines {@code [n,3,48,192]} to {@code [n,2]}, upright or not
 * @param recognising lines {@code [n,3,48,w]} to class probabilities {@code [n,w/8,classes]}
 * @param characters of the recogniser's classes, from class 1 to the last but one
 */
public record ReaderModels(
    Network finding, Network turning, Network recognising, List<String> characters)
    implements AutoCloseable {
  public ReaderModels {
    requireNonNull(finding, "finding");
    requireNonNull(turning, "turning");
    requireNonNull(recognising, "recognising");
    characters = List.copyOf(characters);
  }

  /**
   * Loads version 1 of the three.
   *
   * @throws Failure MODEL_UNREADABLE when one is missing or wrong
   */
  public static ReaderModels open(ModelRepository repository, EngineSettings settings) {
    Model recogniser = repository.model(new ModelId("pp-ocrv4-rec", "1"));
    List<String> characters = recogniser.labels();
    List<Network> opened = new ArrayList<>();
    try {
      for (String name : List.of("pp-ocrv4-det", "pp-ocrv4-cls"))
        opened.add(Network.open(repository.model(new ModelId(name, "1")), settings));
      opened.add(Network.open(recogniser, settings));
      return new ReaderModels(opened.get(0), opened.get(1), opened.get(2), characters);
    } catch (RuntimeException failed) {
      opened.forEach(network -> network.engine().close());
      throw failed;
    }
  }

  @Override
  public void close() {
    finding.engine().close();
    turning.engine().close();
    recognising.engine().close();
  }
}
