package decompgen.torch.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.policy.Policy;
import decompgen.domain.policy.Sampling;
import decompgen.domain.policy.Turn;
import decompgen.torch.Parity;
import decompgen.torch.generate.Prompt;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.policy.VisionLanguageModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A whole checkpoint's folder as a policy, and transformers' log-probabilities of answers. */
@Tag("native")
class TorchPolicyParityTest {
  private static final Policy.Question QUESTION =
      new Policy.Question(List.of(), List.of(Turn.user("Is there a cup?")));

  @Test
  void score_candidates_areTheReferences() {
    JsonNode greedy = Parity.json("llama3/greedy.json");
    long[] prompt = Parity.longs(greedy.path("greedy").path("single").path("prompt_ids").path(0));
    try (VisionLanguageModel model =
            VisionLanguageModel.read(Parity.folder("llama3/model"), Placement.CPU_FLOAT32);
        TensorScope _ = TensorScope.open()) {
      List<int[]> candidates = new ArrayList<>();
      List<Double> expected = new ArrayList<>();
      for (JsonNode candidate : greedy.path("candidate_logps")) {
        candidates.add(
            Arrays.stream(Parity.longs(candidate.path("ids"))).mapToInt(i -> (int) i).toArray());
        expected.add(candidate.path("logp").asDouble());
      }
      Prompt read =
          new Prompt(prompt, model.language().embed(Tensors.of(prompt, 1, prompt.length)));
      List<CompletionLogProb> scored =
          new PrefixScorer(model, Adaptation.NONE).score(read, candidates);
      for (int i = 0; i < scored.size(); i++)
        assertThat(scored.get(i).sum()).isCloseTo(expected.get(i), within(1e-4));
    }
  }

  @Test
  void score_tokenOutsideTheVocabulary_isRefused() {
    try (VisionLanguageModel model =
            VisionLanguageModel.read(Parity.folder("llama3/model"), Placement.CPU_FLOAT32);
        TensorScope _ = TensorScope.open()) {
      long[] ids = {1, 2, 3};
      Prompt read = new Prompt(ids, model.language().embed(Tensors.of(ids, 1, ids.length)));
      PrefixScorer scorer = new PrefixScorer(model, Adaptation.NONE);
      for (int[] unknown : List.of(new int[] {5, 576}, new int[] {576, 5}, new int[] {-1}))
        assertThatThrownBy(() -> scorer.score(read, List.of(new int[] {5}, unknown)))
            .isInstanceOfSatisfying(
                Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.REQUEST_INVALID))
            .hasMessageContaining("lies outside the vocabulary of 576");
    }
  }

  @Test
  void score_logitsThatAreNotFinite_areTheModelsFailure() {
    try (VisionLanguageModel model =
            VisionLanguageModel.read(Parity.folder("llama3/model"), Placement.CPU_FLOAT32);
        TensorScope _ = TensorScope.open()) {
      long[] ids = {1, 2, 3};
      Prompt broken =
          new Prompt(
              ids,
              model
                  .language()
                  .embed(Tensors.of(ids, 1, ids.length))
                  .mul(new Scalar(Float.POSITIVE_INFINITY)));
      assertThatThrownBy(
              () ->
                  new PrefixScorer(model, Adaptation.NONE).score(broken, List.of(new int[] {5, 6})))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_FAILED))
          .hasMessageContaining("log-probability is NaN");
    }
  }

  @Test
  void respond_samples_areWholeTextsThatTheListenerHeard() {
    try (Policy policy = open()) {
      List<StringBuilder> heard = List.of(new StringBuilder(), new StringBuilder());
      Sampling sampling = new Sampling(12, 1, 1, 0, 1, List.of(), 3);
      List<String> responses =
          policy.respond(
              QUESTION, 2, sampling, (i, text) -> heard.get(i).append(text), new Cancellation());
      assertThat(responses).containsExactly("" + heard.get(0), "" + heard.get(1));
      assertThat(responses.get(0)).isNotEqualTo(responses.get(1));
    }
  }

  @Test
  void respond_stopText_endsTheResponseBeforeIt() {
    try (Policy policy = open()) {
      String whole = respond(policy, Sampling.greedy(24));
      String stop = whole.substring(whole.length() / 2, whole.length() / 2 + 2);
      Sampling stopping = new Sampling(24, 0, 1, 0, 1, List.of(stop), 0);
      assertThat(respond(policy, stopping)).isEqualTo(whole.substring(0, whole.indexOf(stop)));
    }
  }

  @Test
  void logProbs_ofTheGreedyResponse_areAboveThoseOfAnother() {
    try (Policy policy = open()) {
      String likely = respond(policy, Sampling.greedy(6));
      List<CompletionLogProb> known =
          policy.logProbs(QUESTION, List.of(likely, "zebra zebra zebra zebra"));
      assertThat(known.getFirst().average()).isGreaterThan(known.getLast().average());
    }
  }

  @Test
  void respond_pictureForATextModel_isRefused() {
    Policy.Question shown = new Policy.Question(List.of(picture()), QUESTION.turns());
    try (Policy policy = open()) {
      assertThatThrownBy(
              () -> policy.respond(shown, 1, Sampling.greedy(4), (_, _) -> {}, new Cancellation()))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("takes no pictures");
    }
  }

  private static Picture picture() {
    return new Picture(PictureId.of(new byte[] {1}), 2, 2, new byte[12]);
  }

  private static String respond(Policy policy, Sampling sampling) {
    return policy.respond(QUESTION, 1, sampling, (_, _) -> {}, new Cancellation()).getFirst();
  }

  private static Policy open() {
    return TorchPolicy.open(Parity.folder("llama3/model"), Optional.empty(), Placement.CPU_FLOAT32);
  }
}
