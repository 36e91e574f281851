package decompgen.torch.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthJudgeTest {
  private static final World WORLD = World.load();
  private static final TruthJudge JUDGE = new TruthJudge(WORLD);

  private static Scene with(String label) {
    return WORLD.scenes(1, 0).filter(scene -> scene.shows(label)).findFirst().orElseThrow();
  }

  @Test
  void judge_longNoun_isNotItsParts() {
    assertThat(JUDGE.judge("A stop sign and a wine glass.", with("zebra")).hallucinated())
        .containsExactlyInAnyOrder("stop sign", "wine glass");
  }

  @Test
  void judge_pluralsSynonymsAndParts_areTheirNouns() {
    assertThat(JUDGE.judge("Two computers, keyboards.", with("laptop")).real())
        .containsExactlyInAnyOrder("computer", "keyboard");
    assertThat(JUDGE.judge("Three people", with("person")).real()).containsExactly("person");
    assertThat(JUDGE.judge("two cups of coffee", with("zebra")).hallucinated())
        .containsExactly("cup of coffee");
  }

  @Test
  void judge_sameNounTwice_countsOnce() {
    Mentions mentions = JUDGE.judge("A zebra. The zebra and an elephant.", with("zebra"));
    assertThat(mentions.decided()).isEqualTo(1);
    assertThat(mentions.trust()).isEqualTo(1);
    assertThat(mentions.words()).isEqualTo(7);
  }

  @Test
  void trust_nothingDecided_isNotANumber() {
    assertThat(JUDGE.judge(" ", with("zebra")).trust()).isNaN();
    assertThat(JUDGE.judge(" ", with("zebra")).words()).isZero();
  }
}
