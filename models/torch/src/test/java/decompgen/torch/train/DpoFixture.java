package decompgen.torch.train;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.Parity;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.VisionLanguageModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** The reference's tiny policy, its adapter and its pairs, ready to be trained. */
final class DpoFixture implements AutoCloseable {
  final VisionLanguageModel model;
  final Lora lora;
  final Trainee trainee;
  final List<TokenPair> pairs;
  private final PictureFeatures features;
  private final Map<String, Tensor> pixels = new HashMap<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  private DpoFixture(String modelFolder, String folder) {
    this.model = open(VisionLanguageModel.read(Parity.folder(modelFolder), Placement.CPU_FLOAT32));
    this.features = open(new PictureFeatures(model, this::pixels, 3));
    this.trainee = Trainee.of(model, features);
    this.pairs = pairs(folder);
    this.lora =
        open(
            AdapterFolder.readTrainable(
                Parity.folder(folder + "/adapter"),
                new AdapterFolder.Target(
                    model.language().linears(), Placement.CPU_FLOAT32.device(), null)));
  }

  static DpoFixture llava() {
    DpoFixture fixture = new DpoFixture("llava/model", "dpo");
    Safetensors batch = fixture.open(Parity.tensors("dpo/batch4.safetensors"));
    for (int i = 0; i < 4; i++)
      fixture.pixels.put(
          fixture.pairs.get(i).pictures().getFirst(),
          fixture.open(keep(batch.tensor("pixel_values").narrow(0, i, 1))));
    return fixture;
  }

  private static Tensor keep(Tensor tensor) {
    return TensorScope.keep(tensor);
  }

  private <T extends AutoCloseable> T open(T resource) {
    opened.add(resource);
    return resource;
  }

  private Tensor pixels(String picture) {
    Tensor found = pixels.get(picture);
    if (found == null) throw new IllegalArgumentException("no pixels of " + picture);
    return found;
  }

  private static List<TokenPair> pairs(String folder) {
    List<TokenPair> pairs = new ArrayList<>();
    for (JsonNode pair : Parity.json(folder + "/dataset.json"))
      pairs.add(
          new TokenPair(
              String.valueOf(pairs.size()),
              List.of(pair.path("image").asText()),
              ints(pair.path("prompt_ids")),
              ints(pair.path("chosen_ids")),
              ints(pair.path("rejected_ids"))));
    return pairs;
  }

  static int[] ints(JsonNode array) {
    return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
  }

  /** Settings around a loss; two pairs a step, the fixture's optimiser, no shuffling. */
  TrainingSettings settings(DpoLoss loss, PairLayout layout, boolean checkpointing) {
    return new TrainingSettings(
        loss,
        lora.settings(),
        new OptimizerSettings(.005, .9, .999, 1e-8, .01, 1),
        new Schedule(Schedule.Decay.LINEAR, 2),
        new BatchSettings(2, 1, 5, 20, false, 1),
        new ComputationSettings(layout, checkpointing, 512, 8),
        new SavingSettings(0, 2, 0));
  }

  static LoraSettings withDropout(double dropout) {
    return new LoraSettings(
        4, 8, dropout, false, new Targets.Expression(".*language_model.*\\.(q_proj|v_proj)"));
  }

  @Override
  public void close() {
    for (AutoCloseable resource : opened.reversed())
      try {
        resource.close();
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
  }
}
