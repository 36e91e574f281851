package decompgen.torch.train;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.StepMetrics;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.Parity;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.policy.VisionLanguageModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** The reference's tiny policy, its adapter and its pairs, ready to be trained. */
final class DpoFixture implements AutoCloseable {
  final BaseModel base;
  final String folder;
  final VisionLanguageModel model;
  final Lora lora;
  final Trainee trainee;
  final List<TokenPair> pairs;
  private final double learningRate;
  private final PictureFeatures features;
  private final Map<String, Tensor> pixels = new HashMap<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  private DpoFixture(String modelFolder, String folder, double learningRate) {
    this.base = new BaseModel(Parity.folder(modelFolder));
    this.folder = folder;
    this.learningRate = learningRate;
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
    DpoFixture fixture = new DpoFixture("llava/model", "dpo", .005);
    Safetensors batch = fixture.open(Parity.tensors("dpo/batch4.safetensors"));
    for (int i = 0; i < 4; i++)
      fixture.pixels.put(
          fixture.pairs.get(i).pictures().getFirst(),
          fixture.open(keep(batch.tensor("pixel_values").narrow(0, i, 1))));
    return fixture;
  }

  static DpoFixture qwen() {
    DpoFixture fixture = new DpoFixture("qwen_vl/model", "qwen_vl/dpo", .002);
    Safetensors visual = fixture.open(Parity.tensors("qwen_vl/visual.safetensors"));
    JsonNode images = Parity.json("qwen_vl/visual.json").path("images");
    for (int i = 0; i < images.size(); i++)
      fixture.pixels.put(
          "image/png/" + images.path(i).asText(),
          fixture.open(keep(visual.tensor("pixel_values").narrow(0, i, 1))));
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

  /** The fixture's optimiser and order of pairs, without a shuffle: 20 steps of two pairs. */
  TrainingSettings settings(DpoLoss loss, PairLayout layout, boolean checkpointing) {
    return new TrainingSettings(
        loss,
        lora.settings(),
        new OptimizerSettings(learningRate, .9, .999, 1e-8, .01, 1),
        new Schedule(Schedule.Decay.LINEAR, 2),
        new BatchSettings(2, 1, 40, 20, false, 1),
        new ComputationSettings(layout, checkpointing, 512, 8),
        new SavingSettings(5, 100, 0));
  }

  /** The same with gradients of several batches a step. */
  TrainingSettings accumulating(int times) {
    TrainingSettings one = settings(new DpoLoss(.1, 0), PairLayout.PLAIN, false);
    return new TrainingSettings(
        one.loss(),
        one.lora(),
        one.optimizer(),
        one.schedule(),
        new BatchSettings(2, times, 40, 20, false, 1),
        one.computation(),
        one.saving());
  }

  /** Trains the fixture's adapter, as a training that goes on after no step. */
  List<StepMetrics> train(TrainingSettings settings, Path run) {
    TrainingData data = TrainingData.of(pairs);
    try (AdamW fresh =
        new AdamW(settings.optimizer(), lora.weights().values(), lora.weights().gradients())) {
      new Checkpoints(run, 100, RunIdentity.of(data, base.hash(), trainee, settings))
          .save(0, lora, fresh, base.name());
    }
    List<StepMetrics> steps = new ArrayList<>();
    new DpoTraining(trainee, base, settings)
        .run(
            data,
            run,
            event -> {
              if (event instanceof TrainingEvent.Stepped(StepMetrics metrics)) steps.add(metrics);
            },
            new Cancellation());
    return steps;
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
