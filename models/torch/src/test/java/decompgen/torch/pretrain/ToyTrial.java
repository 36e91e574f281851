package decompgen.torch.pretrain;

import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.policy.Sampling;
import decompgen.domain.preference.Candidate;
import decompgen.domain.preference.LengthBalance;
import decompgen.domain.preference.Pairing;
import decompgen.domain.preference.Preference;
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
import decompgen.torch.world.Mentions;
import decompgen.torch.world.Scene;
import decompgen.torch.world.TruthJudge;
import decompgen.torch.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** The whole loop in the toy world: respond, judge by the truth, pair, train, respond better. */
final class ToyTrial implements AutoCloseable {
  private static final String PROMPT = "USER: <image>\nDescribe the picture. ASSISTANT:";
  private static final int MAX_TOKENS = 80;
  private static final int PICTURES_AT_ONCE = 32;
  private static final int PICTURES_KEPT = 3000;
  private static final int SAMPLES = 8;
  private static final double TEMPERATURE = .7;
  private static final int STEPS = 240;

  /** Chosen on pictures of the runs 310, 311, 1201 and 1202, confirmed on others. */
  private static final Pairing PAIRING = new Pairing(.2, 2, 2, 3);

  private static final LengthBalance BALANCE = new LengthBalance(-.02);

  private final World world = World.load();
  private final TruthJudge judge = new TruthJudge(world);
  private final Path folder;
  private final VisionLanguageModel model;
  private final Tokenizer tokenizer;
  private final ImageProcessor processor;
  private final PictureFeatures features;
  private final int[] prompt;

  ToyTrial(Path folder) {
    this.folder = folder;
    this.model = VisionLanguageModel.read(folder, Placement.CPU_FLOAT32);
    this.tokenizer = Tokenizer.open(folder);
    this.processor = ImageProcessor.read(folder);
    this.features = new PictureFeatures(model, this::pixels, PICTURES_KEPT);
    long[] ids = Arrays.stream(tokenizer.encodePrompt(PROMPT)).asLongStream().toArray();
    this.prompt =
        Arrays.stream(model.imageTokens().expand(ids, 1)).mapToInt(Math::toIntExact).toArray();
  }

  List<Scene> scenes(long run, int count) {
    return world.scenes(run, 0).limit(count).toList();
  }

  private Tensor pixels(String seed) {
    float[] values = processor.process(world.paint(world.scene(Long.parseLong(seed)))).values();
    return Tensors.of(values, 1, 3, Gallery.SIDE, Gallery.SIDE);
  }

  private static String key(Scene scene) {
    return Long.toString(scene.seed());
  }

  /** Means over responses, one to each scene. */
  record Means(double hallucinated, double real, double words) {
    @Override
    public String toString() {
      return "hallucinated %.3f, true %.3f, words %.1f".formatted(hallucinated, real, words);
    }
  }

  Means measure(List<Scene> scenes, double temperature, Adaptation adaptation) {
    List<List<int[]>> responses = respond(scenes, 1, temperature, adaptation);
    double hallucinated = 0;
    double real = 0;
    double words = 0;
    for (int i = 0; i < scenes.size(); i++) {
      Mentions mentions = judge(responses.get(i).getFirst(), scenes.get(i));
      hallucinated += mentions.hallucinated().size();
      real += mentions.real().size();
      words += mentions.words();
    }
    int n = scenes.size();
    return new Means(hallucinated / n, real / n, words / n);
  }

  /** As {@link #measure} with an adapter from its folder. */
  Means measure(List<Scene> scenes, double temperature, Path adapter) {
    AdapterFolder.Target target =
        new AdapterFolder.Target(model.language().linears(), Device.CPU, new BaseModel(folder));
    try (Lora lora = AdapterFolder.read(adapter, target)) {
      return measure(scenes, temperature, lora);
    }
  }

  private Mentions judge(int[] response, Scene scene) {
    return judge.judge(tokenizer.decode(response), scene);
  }

  /** Token ids of so many responses to each scene. */
  private List<List<int[]>> respond(
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

  /** A response, its scene, and what it names. */
  record Judged(Scene scene, int[] tokens, Mentions mentions) {}

  /** Responses of some scenes, judged, and paired scene by scene; balanced in length. */
  List<TokenPair> pairs(List<Scene> scenes) {
    List<List<int[]>> responses = respond(scenes, SAMPLES, TEMPERATURE, Adaptation.NONE);
    List<Preference<Judged>> pairs = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) pairs.addAll(pairs(scenes.get(i), responses.get(i)));
    List<Preference<Judged>> kept = BALANCE.balance(pairs);
    return IntStream.range(0, kept.size()).mapToObj(i -> pair(i, kept.get(i))).toList();
  }

  private List<Preference<Judged>> pairs(Scene scene, List<int[]> responses) {
    List<Candidate<Judged>> candidates =
        responses.stream().map(tokens -> candidate(scene, tokens)).toList();
    return PAIRING.pairs(candidates).stream()
        .filter(pair -> pair.chosen().response().mentions().faultless())
        .toList();
  }

  private Candidate<Judged> candidate(Scene scene, int[] tokens) {
    Mentions mentions = judge(tokens, scene);
    return new Candidate<>(
        new Judged(scene, tokens, mentions),
        mentions.quality(),
        mentions.decided(),
        mentions.words());
  }

  private TokenPair pair(int number, Preference<Judged> preference) {
    Judged chosen = preference.chosen().response();
    return new TokenPair(
        "pair " + number,
        List.of(key(chosen.scene())),
        prompt,
        ended(chosen.tokens()),
        ended(preference.rejected().response().tokens()));
  }

  private int[] ended(int[] tokens) {
    if (tokens.length == MAX_TOKENS) return tokens;
    int[] ended = Arrays.copyOf(tokens, tokens.length + 1);
    ended[tokens.length] = tokenizer.specialTokens().eos().getFirst();
    return ended;
  }

  /** Which side is chosen is left to chance. */
  static List<TokenPair> flipped(List<TokenPair> pairs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return pairs.stream()
        .map(
            pair ->
                random.nextBoolean()
                    ? pair
                    : new TokenPair(
                        pair.name(),
                        pair.pictures(),
                        pair.prompt(),
                        pair.rejected(),
                        pair.chosen()))
        .toList();
  }

  /** Every pair gets the picture of another one. */
  static List<TokenPair> shuffled(List<TokenPair> pairs, long seed) {
    List<TokenPair> others = new ArrayList<>(pairs);
    Collections.shuffle(others, new Random(seed));
    return IntStream.range(0, pairs.size())
        .mapToObj(
            i -> {
              TokenPair pair = pairs.get(i);
              return new TokenPair(
                  pair.name(),
                  others.get(i).pictures(),
                  pair.prompt(),
                  pair.chosen(),
                  pair.rejected());
            })
        .toList();
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
