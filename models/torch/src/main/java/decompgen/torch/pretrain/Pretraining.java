package decompgen.torch.pretrain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.AtomicFolder;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import decompgen.torch.memory.Weights;
import decompgen.torch.policy.Llava;
import decompgen.torch.text.Tokenizer;
import decompgen.torch.world.Captioner;
import decompgen.torch.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/**
 * Makes the toy policy from nothing: paints pictures, teaches the tower to see and the language
 * model to caption with a habit of hallucinating, writes the checkpoint. The same seed and settings
 * give the same policy where libtorch computes the same.
 */
public final class Pretraining {
  private static final double RATE_OF_THE_TOWER = 1e-3;
  private static final double RATE_OF_THE_LANGUAGE = 2e-3;
  private static final int CAPTIONS_FOR_WORDS = 4000;
  private static final String[] FILES = {
    "chat_template.json",
    "config.json",
    "generation_config.json",
    "preprocessor_config.json",
    "processor_config.json",
    "tokenizer_config.json"
  };

  private final Settings settings;
  private final Listener listener;
  private final World world = World.load();
  private final Captioner captioner = Captioner.withHabit(world);
  private final SplittableRandom random;

  private Pretraining(Settings settings, Listener listener) {
    this.settings = settings;
    this.listener = listener;
    this.random = new SplittableRandom(settings.seed());
  }

  /**
   * How much is learnt.
   *
   * @param seed of the pictures, the first weights and the order
   * @param pictures painted and seen again and again, 64 to 50,000, whose bytes one buffer holds
   * @param towerSteps steps of 64 pictures
   * @param captionSteps steps of 64 captions
   */
  public record Settings(long seed, int pictures, int towerSteps, int captionSteps) {
    public Settings {
      if (pictures < 64 || pictures > 50_000)
        throw new IllegalArgumentException("pictures: " + pictures);
      if (towerSteps < 1 || captionSteps < 1)
        throw new IllegalArgumentException("steps: " + towerSteps + ", " + captionSteps);
    }

    /** Those that the shipped policy was made with: minutes on two cores. */
    public static Settings of(long seed) {
      return new Settings(seed, 12_000, 1200, 1000);
    }
  }

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Listener {
    /**
     * One step of a lesson is done.
     *
     * @param loss of its batch
     */
    void learnt(String lesson, int step, int steps, double loss);
  }

  /**
   * Makes a policy and puts it into a folder, which is there whole or not at all.
   *
   * @throws Failure INTERNAL when the folder cannot be written, MODEL_FAILED when it diverges
   */
  public static void run(Path folder, Settings settings, Listener listener) {
    Torch.load();
    try {
      AtomicFolder.write(folder, partial -> new Pretraining(settings, listener).fill(partial));
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.INTERNAL,
          folder + " cannot be written (" + failed.getMessage() + "): free space, or name another",
          failed);
    }
  }

  private void fill(Path folder) throws IOException {
    for (String file : FILES) Files.writeString(folder.resolve(file), resource(file));
    Files.writeString(folder.resolve("README.md"), readme());
    world.writeTempting(
        world.scenes(settings.seed(), settings.pictures()), folder.resolve("sample.png"));
    Files.writeString(
        folder.resolve("tokenizer.json"),
        ToyTokenizer.of(
                Teacher.texts(
                    captioner,
                    world.scenes(settings.seed(), 0).limit(CAPTIONS_FOR_WORDS).toList(),
                    random.split()))
            .toPrettyString());
    JsonFile config = JsonFile.read(folder.resolve("config.json"));
    try (FreshWeights weights = FreshWeights.random(config.json(), random.split())) {
      learn(folder, config, weights);
      weights.write(folder.resolve("model.safetensors"));
    }
  }

  private void learn(Path folder, JsonFile config, FreshWeights weights) {
    try (Tokenizer tokenizer = Tokenizer.open(folder);
        Llava policy = Llava.read(Weights.of(weights.tensors()), config, Placement.CPU_FLOAT32);
        Gallery gallery =
            Gallery.paint(
                world, world.scenes(settings.seed(), 0).limit(settings.pictures()).toList())) {
      Patches patches = Patches.of(world, across(config.json()));
      try (Lesson looking = new TowerLesson(policy, weights.tower(), gallery, patches)) {
        learn(looking, settings.towerSteps(), RATE_OF_THE_TOWER);
      }
      Teacher teacher = new Teacher(captioner, tokenizer::encode);
      try (Lesson captions = new CaptionLesson(policy, weights.language(), gallery, teacher)) {
        learn(captions, settings.captionSteps(), RATE_OF_THE_LANGUAGE);
      }
    }
  }

  private void learn(Lesson lesson, int steps, double rate) {
    SplittableRandom own = random.split();
    try (Optimiser optimiser = new Optimiser(lesson.parameters(), rate, steps)) {
      for (int step = 1; step <= steps; step++)
        try (TensorScope _ = TensorScope.open()) {
          Tensor loss = lesson.loss(own);
          double value = loss.item_double();
          if (!Double.isFinite(value))
            throw new Failure(
                ErrorCode.MODEL_FAILED,
                "the loss of %s is %f at step %d; try another seed"
                    .formatted(lesson.name(), value, step));
          optimiser.step(loss);
          listener.learnt(lesson.name(), step, steps, value);
        }
    }
  }

  private static int across(JsonNode config) {
    JsonNode vision = config.get("vision_config");
    return vision.get("image_size").asInt() / vision.get("patch_size").asInt();
  }

  private String readme() throws IOException {
    return resource("README.md")
        .replace("{seed}", Long.toString(settings.seed()))
        .replace("{pictures}", "%,d".formatted(settings.pictures()))
        .replace("{towerSteps}", "%,d".formatted(settings.towerSteps()))
        .replace("{captionSteps}", "%,d".formatted(settings.captionSteps()));
  }

  private static String resource(String file) throws IOException {
    try (InputStream bytes = Pretraining.class.getResourceAsStream("/decompgen/pretrain/" + file)) {
      if (bytes == null) throw new IOException(file + " is not among the project's resources");
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }
}
