package decompgen.torch.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.policy.Sampling;
import decompgen.torch.NativeMemory;
import decompgen.torch.Parity;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Weights;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.Llama;
import decompgen.torch.policy.LlamaConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Responses against transformers' greedy ids, and against each other. */
@Tag("native")
class GeneratorParityTest {
  private static final JsonNode REFERENCE = Parity.json("llama3/greedy.json").path("greedy");

  private Weights weights;
  private Llama llama;
  private TensorScope scope;

  @BeforeEach
  void open() {
    Path model = Parity.folder("llama3/model");
    weights = Weights.open(model);
    LlamaConfig config = LlamaConfig.read(JsonFile.read(model.resolve("config.json")));
    llama = Llama.read(weights, config, Llama.Names.TEXT_ONLY, Placement.CPU_FLOAT32);
    scope = TensorScope.open();
  }

  @AfterEach
  void close() {
    scope.close();
    llama.close();
    weights.close();
  }

  @Test
  void greedy_paddedBatch_isTheReferences() {
    JsonNode batch = REFERENCE.path("batch_left_pad");
    List<Prompt> prompts = new ArrayList<>();
    for (int i = 0; i < batch.path("prompt_ids").size(); i++) prompts.add(prompt(batch, i));
    List<int[]> written = generate(prompts, 1, Sampling.greedy(32));
    for (int i = 0; i < written.size(); i++)
      assertThat(longs(written.get(i))).isEqualTo(Parity.longs(batch.path("greedy32").path(i)));
  }

  @Test
  void greedy_severalSamples_areAllTheReferences() {
    JsonNode single = REFERENCE.path("single");
    List<int[]> written = generate(List.of(prompt(single, 0)), 3, Sampling.greedy(32));
    assertThat(written).hasSize(3);
    for (int[] row : written)
      assertThat(longs(row)).isEqualTo(Parity.longs(single.path("greedy32").path(0)));
  }

  @Test
  void endToken_endsItsRowAndIsNoPartOfIt() {
    JsonNode batch = REFERENCE.path("batch_left_pad");
    long[] first = Parity.longs(batch.path("greedy32").path(0));
    long[] second = Parity.longs(batch.path("greedy32").path(1));
    int end = (int) first[3];
    int before = Math.min(3, indexOf(second, end));
    List<int[]> written =
        generator(Set.of(end))
            .generate(
                List.of(prompt(batch, 0), prompt(batch, 1)),
                1,
                Generator.Settings.of(Sampling.greedy(32)),
                (row, token) -> true);
    assertThat(longs(written.get(0))).isEqualTo(Arrays.copyOf(first, indexOf(first, end)));
    assertThat(longs(written.get(1)))
        .startsWith(Arrays.copyOf(second, before))
        .isEqualTo(Arrays.copyOf(second, indexOf(second, end)));
  }

  @Test
  void sampled_sameSeedSameTokens_otherSeedOthers() {
    List<Prompt> prompt = List.of(prompt(REFERENCE.path("single"), 0));
    List<int[]> once = generate(prompt, 4, sampled(7));
    assertThat(generate(prompt, 4, sampled(7))).usingRecursiveComparison().isEqualTo(once);
    assertThat(once.get(0)).isNotEqualTo(once.get(1));
    assertThat(generate(prompt, 1, sampled(8)).getFirst()).isNotEqualTo(once.getFirst());
  }

  @Test
  void sinkSaysNo_rowEndsAndTheOthersGoOn() {
    JsonNode single = REFERENCE.path("single");
    List<int[]> written =
        generator(Set.of())
            .generate(
                List.of(prompt(single, 0)),
                5,
                Generator.Settings.of(Sampling.greedy(32)),
                (row, token) -> row == 3);
    for (int row = 0; row < 5; row++) assertThat(written.get(row)).hasSize(row == 3 ? 32 : 1);
    assertThat(longs(written.get(3))).isEqualTo(Parity.longs(single.path("greedy32").path(0)));
  }

  @Test
  void cancelled_stopsBetweenTwoTokens() {
    Cancellation cancellation = new Cancellation();
    List<Integer> heard = new ArrayList<>();
    Generator.Settings settings =
        new Generator.Settings(Sampling.greedy(32), Adaptation.NONE, cancellation);
    List<Prompt> prompt = List.of(prompt(REFERENCE.path("single"), 0));
    assertThatThrownBy(
            () ->
                generator(Set.of())
                    .generate(
                        prompt,
                        1,
                        settings,
                        (row, token) -> {
                          heard.add(token);
                          if (heard.size() == 5) cancellation.cancel();
                          return true;
                        }))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
    assertThat(heard).hasSize(5);
  }

  @Test
  void passThatFails_leavesNoCache() {
    Adaptation broken =
        (module, input, output) -> {
          if (module.endsWith("2.mlp.down_proj")) throw new IllegalStateException("broken");
          return output;
        };
    Generator.Settings settings =
        new Generator.Settings(Sampling.greedy(8000), broken, new Cancellation());
    List<Prompt> two = List.of(promptOf(3), promptOf(4));
    // Three blocks of keys and values, 2 heads of 16 f32, for both prompts.
    long bytes = 3 * 2 * 2 * 16 * 4 * 2 * 8000L;
    NativeMemory.assertFlat(
        bytes,
        () ->
            assertThatThrownBy(() -> generator(Set.of()).generate(two, 1, settings, (_, _) -> true))
                .hasMessage("broken"));
  }

  @Test
  void promptThatFillsTheModel_isRefused() {
    List<Prompt> full = List.of(promptOf(llama.maxPositions()));
    assertThatThrownBy(() -> generate(full, 1, Sampling.greedy(1)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("leaves none of the model's 8192");
  }

  @Test
  void responseThatReachesTheEndOfTheModel_endsThere() {
    List<Prompt> nearlyFull = List.of(promptOf(llama.maxPositions() - 3));
    assertThat(generate(nearlyFull, 1, Sampling.greedy(256)).getFirst()).hasSize(3);
  }

  private Prompt promptOf(int tokens) {
    long[] ids = LongStream.range(0, tokens).map(i -> 5 + i % 50).toArray();
    return new Prompt(ids, llama.embed(Tensors.of(ids, 1, tokens)));
  }

  private Prompt prompt(JsonNode group, int row) {
    long[] padded = Parity.longs(group.path("prompt_ids").path(row));
    long[] mask = Parity.longs(group.path("mask").path(row));
    int padding = indexOf(mask, 1);
    long[] ids = Arrays.copyOfRange(padded, padding, padded.length);
    return new Prompt(ids, llama.embed(Tensors.of(ids, 1, ids.length)));
  }

  private List<int[]> generate(List<Prompt> prompts, int samples, Sampling sampling) {
    return generator(Set.of())
        .generate(prompts, samples, Generator.Settings.of(sampling), (row, token) -> true);
  }

  private Generator generator(Set<Integer> ends) {
    return new Generator(llama, Device.CPU, ends, Set.of());
  }

  private static Sampling sampled(long seed) {
    return new Sampling(24, 1, .95, 50, 1.1, List.of(), seed);
  }

  private static long[] longs(int[] tokens) {
    return Arrays.stream(tokens).asLongStream().toArray();
  }

  private static int indexOf(long[] values, long wanted) {
    for (int i = 0; i < values.length; i++) if (values[i] == wanted) return i;
    return values.length;
  }
}
