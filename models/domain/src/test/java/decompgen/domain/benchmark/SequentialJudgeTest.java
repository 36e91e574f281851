package decompgen.domain.benchmark;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.NOT_APPLICABLE;
import static decompgen.domain.verdict.Verdict.SUPPORTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;
import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Basis;
import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Polarity;
import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.ColourExpert;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.verdict.Deciding;
import decompgen.domain.verdict.RuleSet;
import decompgen.domain.verdict.Rulebook;
import decompgen.domain.verdict.Thresholds;
import decompgen.domain.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequentialJudgeTest {
  private static final Picture BLACK =
      new Picture(PictureId.of(new byte[] {1}), 2, 2, new byte[12]);

  private final CatDetector detector = new CatDetector();
  private final Rulebook rules =
      RuleSet.DEFAULT.rulebook(
          Thresholds.standard(), new PlainVocabulary(), new Deciding.FirstDecisive());
  private final SequentialJudge judge =
      new SequentialJudge(new WordDecomposer(), rules, List.of(detector, new ColourExpert()));

  @Test
  void judge_eachClaim_hasItsVerdict() {
    assertThat(verdicts("cat dog unicorn")).containsExactly(SUPPORTED, CONTRADICTED, UNANSWERABLE);
  }

  @Test
  void judge_claimThatRequires_followsItsThing() {
    // The picture is black: no cat in it is red; of a dog that is not there nothing is said.
    assertThat(verdicts("cat red-cat")).containsExactly(SUPPORTED, CONTRADICTED);
    assertThat(verdicts("dog red-dog")).containsExactly(CONTRADICTED, NOT_APPLICABLE);
  }

  @Test
  void judge_thingTakenForGranted_countsOnlyWhenItIsMissing() {
    assertThat(verdicts("the:cat")).containsExactly(UNANSWERABLE);
    assertThat(verdicts("the:dog")).containsExactly(CONTRADICTED);
    // What is said of it is judged as of any thing that is there.
    assertThat(verdicts("the:cat red-cat")).containsExactly(UNANSWERABLE, CONTRADICTED);
    assertThat(verdicts("the:dog red-dog")).containsExactly(CONTRADICTED, NOT_APPLICABLE);
  }

  @Test
  void judge_sourcesRules_creditWhatIsTakenForGranted() {
    Rulebook source =
        RuleSet.DGPREF.rulebook(
            Thresholds.standard(), new PlainVocabulary(), new Deciding.FirstDecisive());
    SequentialJudge crediting =
        new SequentialJudge(new WordDecomposer(), source, List.of(detector));
    assertThat(crediting.judge(BLACK, "the:cat").getFirst().verdict()).isEqualTo(SUPPORTED);
  }

  @Test
  void judge_thingWithoutAClass_isNamedByTheClassifier() {
    SequentialJudge looking =
        new SequentialJudge(new WordDecomposer(), rules, List.of(detector, new CastleClassifier()));
    assertThat(looking.judge(BLACK, "castle").getFirst().verdict()).isEqualTo(SUPPORTED);
    assertThat(verdicts("castle")).containsExactly(UNANSWERABLE);
  }

  @Test
  void judge_manyClaims_askEachQuestionOnce() {
    judge.judge(BLACK, "cat dog cow");
    assertThat(detector.asked).isEqualTo(1);
  }

  @Test
  void judge_expertMissing_claimIsUnanswerable() {
    SequentialJudge blind = new SequentialJudge(new WordDecomposer(), rules, List.of());
    DecidedClaim claim = blind.judge(BLACK, "cat").getFirst();
    assertThat(claim.verdict()).isEqualTo(UNANSWERABLE);
    assertThat(claim.score()).isEqualTo(.5);
    assertThat(claim.judgements()).isEmpty();
  }

  private List<Verdict> verdicts(String response) {
    return judge.judge(BLACK, response).stream().map(DecidedClaim::verdict).toList();
  }

  /** "cat the:dog red-cat": each word a thing, one taken for granted, or a colour of the first. */
  private static final class WordDecomposer implements Decomposer {
    @Override
    public String version() {
      return "words/1";
    }

    @Override
    public List<Sentence> sentences(String response) {
      return List.of(new Sentence(0, new Span(0, response.length()), response));
    }

    @Override
    public List<Claim> decompose(Sentence sentence, List<Claim> before) {
      List<String> words = Arrays.asList(sentence.text().split(" "));
      return words.stream().map(word -> claim(words.indexOf(word), word)).toList();
    }

    private static Claim claim(int id, String word) {
      String[] parts = word.replaceFirst("^the:", "").split("-");
      Basis basis =
          new Basis(
              id,
              word,
              Polarity.POSITIVE,
              List.of(new Span(0, 1)),
              parts.length > 1 ? List.of(0) : List.of(),
              word.startsWith("the:"));
      return parts.length > 1
          ? new AttributeClaim(basis, parts[0], parts[1])
          : new ObjectClaim(basis, parts[0]);
    }
  }

  private static final class PlainVocabulary implements Vocabulary {
    @Override
    public String version() {
      return "plain/1";
    }

    @Override
    public Naming detectorClass(String noun) {
      return Set.of("cat", "dog", "cow").contains(noun)
          ? new Naming.Synonym(noun)
          : new Naming.Unknown(noun);
    }

    @Override
    public Set<String> classifierLabels(String noun) {
      return noun.equals("castle") ? Set.of("castle") : Set.of();
    }
  }

  /** Takes every picture for one of a castle. */
  private static final class CastleClassifier implements Expert {
    @Override
    public String name() {
      return "classifier";
    }

    @Override
    public String version() {
      return "castles/1";
    }

    @Override
    public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
      return List.of(new Labels(Box.WHOLE, List.of(new Label("castle", .9))));
    }

    @Override
    public void close() {}
  }

  /** Sees one cat in every picture. */
  private static final class CatDetector implements Expert {
    private int asked;

    @Override
    public String name() {
      return "detector";
    }

    @Override
    public String version() {
      return "cats/1";
    }

    @Override
    public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
      asked += batch.size();
      return List.of(
          new Boxes(
              List.of(new Detection("cat", .9, Box.WHOLE)),
              Map.of("cat", .9, "dog", .01, "cow", .01)));
    }

    @Override
    public void close() {}
  }
}
