package decompgen.torch.pretrain;

import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.policy.Sampling;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.adapter.Lora;
import decompgen.torch.generate.Generator;
import decompgen.torch.generate.Prompt;
import decompgen.torch.image.ImageProcessor;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.VisionLanguageModel;
import decompgen.torch.text.Tokenizer;
import decompgen.torch.train.DpoTraining;
import decompgen.torch.train.PictureFeatures;
import decompgen.torch.train.TokenPair;
import decompgen.torch.train.Trainee;
import decompgen.torch.train.TrainingData;
import decompgen.torch.world.Scene;
import decompgen.torch.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The shipped policy of the toy world: it responds to scenes, and is trained. */
final class ToyPolicy implements AutoCloseable {
  private static final String PROMPT = "USER: <image>\nDescribe the picture. ASSISTANT:";
  private static final int MAX_TOKENS = 80;
  private static final int PICTURES_AT_ONCE = 32;
  private static final int PICTURES_KEPT = 3000;
  private static final int STEPS = 240;

  private final World world;
  private final Path folder;
  private final VisionLanguageModel model;
  private final Tokenizer tokenizer;
  private final ImageProcessor processor;
  private final PictureFeatures features;
  private final int[] prompt;

  ToyPolicy(Path folder, World world) {
    this.world = world;
    this.folder = folder;
    this.model = VisionLanguageModel.read(folder, Placement.CPU_FLOAT32);
    this.tokenizer = Tokenizer.open(folder);
    this.processor = ImageProcessor.read(folder);
    this.features = new PictureFeatures(model, this::pixels, PICTURES_KEPT);
    long[] ids = Arrays.stream(tokenizer.encodePrompt(PROMPT)).asLongStream().toArray();
    this.prompt =
        Arrays.stream(model.imageTokens().expand(ids, 1)).mapToInt(Math::toIntExact).toArray();
  }

  /** Token ids of so many responses to each scene. */
  List<List<int[]>> respond(
      List<Scene> scenes, int samples, double temperature, Adaptation adaptation) {
    List<List<int[]>> responses = new ArrayList<>();
    Generator generator =
        new Generator(
            model.language(),
            Device.CPU,
            new HashSet<>(tokenizer.specialTokens().eos()),
            model.imageTokens().reserved());
    for (int at = 0; at < scenes.size(); at += PICTURES_AT_ONCE) {
      List<Scene> some = scenes.subList(at, Math.min(at + PICTURES_AT_ONCE, scenes.size()));
      Sampling sampling =
          new Sampling(MAX_TOKENS, temperature, 1, 0, 1, List.of(), some.getFirst().seed());
      Generator.Settings settings =
          new Generator.Settings(sampling, adaptation, new Cancellation());
      try (TensorScope _ = TensorScope.open()) {
        List<int[]> written =
            generator.generate(
                some.stream().map(this::prompt).toList(), samples, settings, (_, _) -> true);
        for (int i = 0; i < some.size(); i++)
          responses.add(List.copyOf(written.subList(i * samples, (i + 1) * samples)));
      }
    }
    return responses;
  }

  private Prompt prompt(Scene scene) {
    long[] ids = Arrays.stream(prompt).asLongStream().toArray();
    return Torch.withoutGradients(
        () -> new Prompt(ids, model.embed(ids, features.of(List.of(key(scene))))));
  }

  private Tensor pixels(String seed) {
    float[] values = processor.process(world.paint(world.scene(Long.parseLong(seed)))).values();
    return Tensors.of(values, 1, 3, Gallery.SIDE, Gallery.SIDE);
  }

  private static String key(Scene scene) {
    return Long.toString(scene.seed());
  }

  String text(int[] response) {
    return tokenizer.decode(response);
  }

  /** An adapter from its folder. */
  Lora adapter(Path adapter) {
    return AdapterFolder.read(
        adapter,
        new AdapterFolder.Target(model.language().linears(), Device.CPU, new BaseModel(folder)));
  }

  /** Two responses to one scene, to be trained on. */
  TokenPair pair(String name, Scene scene, int[] chosen, int[] rejected) {
    return new TokenPair(name, List.of(key(scene)), prompt, ended(chosen), ended(rejected));
  }

  private int[] ended(int[] tokens) {
    if (tokens.length == MAX_TOKENS) return tokens;
    int[] ended = Arrays.copyOf(tokens, tokens.length + 1);
    ended[tokens.length] = tokenizer.specialTokens().eos().getFirst();
    return ended;
  }

  /** Trains an adapter into a folder and says where it is. */
  Path train(List<TokenPair> pairs, long seed, Path run) {
    TrainingSettings settings =
        new TrainingSettings(
            new DpoLoss(1, 0),
            new LoraSettings(16, 32, 0, false, new Targets.AllLinear()),
            OptimizerSettings.of(2e-3),
            new Schedule(Schedule.Decay.LINEAR, .1),
            new BatchSettings(16, 1, 100, STEPS, true, seed),
            new ComputationSettings(PairLayout.SHARED_PREFIX, false, 256, PICTURES_KEPT),
            new SavingSettings(0, 1, 0));
    return new DpoTraining(Trainee.of(model, features), new BaseModel(folder), settings)
        .run(TrainingData.of(pairs), run, _ -> {}, new Cancellation())
        .adapter()
        .orElseThrow();
  }

  @Override
  public void close() {
    features.close();
    tokenizer.close();
    model.close();
  }
}
