package decompgen.torch.port;

import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Picture;
import decompgen.domain.policy.Policy;
import decompgen.domain.policy.Sampling;
import decompgen.torch.adapter.AdapterFolder;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.adapter.Lora;
import decompgen.torch.generate.Generator;
import decompgen.torch.generate.Prompt;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.VisionLanguageModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** A checkpoint that responds, with an adapter or without. */
public final class TorchPolicy implements Policy {
  private final OpenCheckpoint checkpoint;
  private final @Nullable Lora adapter;
  private final String version;

  private TorchPolicy(OpenCheckpoint checkpoint, @Nullable Lora adapter, String version) {
    this.checkpoint = checkpoint;
    this.adapter = adapter;
    this.version = version;
  }

  /**
   * Opens a checkpoint's folder as the hub has it, and an adapter's as PEFT has it.
   *
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE when either is damaged or they do not
   *     belong together; CONFIG_INVALID when the device is not there
   */
  public static TorchPolicy open(Path folder, Optional<Path> adapter, Placement placement) {
    OpenCheckpoint checkpoint = OpenCheckpoint.open(folder, placement);
    try {
      Lora lora = adapter.map(path -> lora(path, checkpoint)).orElse(null);
      String onIt = adapter.map(path -> " + " + path.getFileName()).orElse("");
      return new TorchPolicy(checkpoint, lora, checkpoint.name() + onIt);
    } catch (RuntimeException unreadable) {
      checkpoint.close();
      throw unreadable;
    }
  }

  private static Lora lora(Path folder, OpenCheckpoint checkpoint) {
    return AdapterFolder.read(
        folder,
        new AdapterFolder.Target(
            checkpoint.model().language().linears(),
            checkpoint.model().placement().device(),
            new BaseModel(checkpoint.folder())));
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<String> respond(
      Question question,
      int samples,
      Sampling sampling,
      ResponseListener listener,
      Cancellation cancellation) {
    if (samples < 1 || samples > 64) throw new IllegalArgumentException("samples: " + samples);
    Writing writing = new Writing(checkpoint.tokenizer(), samples, sampling.stops(), listener);
    Generator.Settings settings = new Generator.Settings(sampling, adaptation(), cancellation);
    Torch.told(version, () -> write(question, samples, settings, writing));
    return writing.end();
  }

  private List<int[]> write(
      Question question, int samples, Generator.Settings settings, Writing writing) {
    VisionLanguageModel model = checkpoint.model();
    try (TensorScope _ = TensorScope.open()) {
      return new Generator(
              model.language(),
              model.placement().device(),
              checkpoint.chat().ends(),
              model.imageTokens().reserved())
          .generate(List.of(prompt(question)), samples, settings, writing);
    }
  }

  @Override
  public List<CompletionLogProb> logProbs(Question question, List<String> responses) {
    List<int[]> completions = new ArrayList<>();
    for (String response : responses)
      completions.add(checkpoint.response(question.turns(), question.pictures().size(), response));
    return Torch.told(version, () -> score(question, completions));
  }

  private List<CompletionLogProb> score(Question question, List<int[]> completions) {
    try (TensorScope _ = TensorScope.open()) {
      return new PrefixScorer(checkpoint.model(), adaptation())
          .score(prompt(question), completions);
    }
  }

  private Adaptation adaptation() {
    return adapter == null ? Adaptation.NONE : adapter;
  }

  private Prompt prompt(Question question) {
    long[] ids = checkpoint.prompt(question.turns(), question.pictures().size());
    return Torch.withoutGradients(
        () -> {
          List<Tensor> features = question.pictures().stream().map(this::features).toList();
          return new Prompt(ids, checkpoint.model().embed(ids, features));
        });
  }

  private Tensor features(Picture picture) {
    return checkpoint.model().features(checkpoint.pixels(picture)).select(0, 0);
  }

  @Override
  public void close() {
    if (adapter != null) adapter.close();
    checkpoint.close();
  }
}
