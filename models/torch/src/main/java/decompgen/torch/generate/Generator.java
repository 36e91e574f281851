package decompgen.torch.generate;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.policy.Sampling;
import decompgen.torch.memory.Blas;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Torch;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.LanguageModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Writes responses: prompts of different lengths in one batch, several samples from one prefill.
 * Platform threads only.
 */
public final class Generator {
  private final LanguageModel model;
  private final Device device;
  private final Set<Integer> ends;
  private final Set<Integer> suppressed;

  /**
   * @param ends tokens that end a response and are no part of it
   * @param suppressed tokens that are never written
   */
  public Generator(LanguageModel model, Device device, Set<Integer> ends, Set<Integer> suppressed) {
    this.model = model;
    this.device = device;
    this.ends = Set.copyOf(ends);
    this.suppressed = Set.copyOf(suppressed);
  }

  /** How to write: the choice of tokens, the adapter, and who may stop it. */
  public record Settings(Sampling sampling, Adaptation adaptation, Cancellation cancellation) {
    public static Settings of(Sampling sampling) {
      return new Settings(sampling, Adaptation.NONE, new Cancellation());
    }
  }

  /**
   * Writes until every row has ended: by an end token, by the sink, after {@code maxTokens}, or
   * where the model's positions end.
   *
   * @param samples responses of each prompt
   * @return the tokens of each row, prompt by prompt, end tokens left out
   * @throws Failure CANCELLED between two tokens; REQUEST_INVALID when a prompt leaves no room for
   *     a response
   */
  public List<int[]> generate(
      List<Prompt> prompts, int samples, Settings settings, TokenSink sink) {
    int maxTokens = Math.min(settings.sampling().maxTokens(), room(prompts));
    Responses responses =
        new Responses(
            samplers(prompts, samples, settings.sampling()),
            new Responses.Ending(ends, sink, maxTokens));
    Placed placed = new Placed(device, settings.adaptation());
    return Torch.withoutGradients(
        () -> {
          Prefill.Read read = new Prefill(prompts, placed).run(model, maxTokens);
          try (Rows rows = read.rows();
              Blas.Parallel _ = Blas.parallel()) {
            rows.repeat(samples);
            write(rows, repeated(read.logits(), samples), responses, settings.cancellation());
          }
          return responses.written();
        });
  }

  /** Tokens that the longest prompt leaves. */
  private int room(List<Prompt> prompts) {
    int longest = prompts.stream().mapToInt(Prompt::length).max().orElse(0);
    if (longest < model.maxPositions()) return model.maxPositions() - longest;
    throw new Failure(
        ErrorCode.REQUEST_INVALID,
        "a prompt of %d tokens leaves none of the model's %d for a response; shorten it"
            .formatted(longest, model.maxPositions()));
  }

  private List<TokenSampler> samplers(List<Prompt> prompts, int samples, Sampling sampling) {
    SplittableRandom random = new SplittableRandom(sampling.seed());
    List<TokenSampler> samplers = new ArrayList<>();
    for (Prompt prompt : prompts)
      for (int i = 0; i < samples; i++)
        samplers.add(new TokenSampler(sampling, random.split(), suppressed, prompt.ids()));
    return samplers;
  }

  private static float[][] repeated(float[][] logits, int samples) {
    return IntStream.range(0, logits.length * samples)
        .mapToObj(i -> logits[i / samples].clone())
        .toArray(float[][]::new);
  }

  private void write(Rows rows, float[][] first, Responses responses, Cancellation cancellation) {
    float[][] logits = first;
    while (true) {
      if (cancellation.cancelled())
        throw new Failure(ErrorCode.CANCELLED, "the response was cancelled");
      long[] chosen = responses.choose(logits, rows.rows());
      if (responses.allDone()) return;
      long[] going =
          IntStream.of(rows.compact(responses::done)).mapToLong(i -> chosen[i]).toArray();
      logits = read(rows, going);
    }
  }

  /** One more token of each row. */
  private float[][] read(Rows rows, long[] tokens) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor ids = Tensors.on(device, tokens, tokens.length, 1);
      return Logits.rows(model.logits(model.embed(ids), rows.next()));
    }
  }
}
