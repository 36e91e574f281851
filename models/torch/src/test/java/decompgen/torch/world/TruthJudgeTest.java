package decompgen.torch.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
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
    assertThat(mentions.hallucinated()).isEmpty();
    assertThat(mentions.words()).isEqualTo(7);
  }

  @Test
  void quality_nothingDecided_isNotANumber() {
    assertThat(JUDGE.judge(" ", with("zebra")).quality()).isNaN();
    assertThat(JUDGE.judge(" ", with("zebra")).words()).isZero();
  }

  @Test
  void judge_thingsLeftOut_areMissed() {
    Scene zebra = with("zebra");
    int kinds = zebra.groups().size();
    assertThat(JUDGE.judge("A zebra.", zebra).missed()).isEqualTo(kinds - 1);
    assertThat(JUDGE.judge("Nothing.", zebra).missed()).isEqualTo(kinds);
  }

  @Test
  void quality_leftOut_costsHalfOfHallucinated() {
    Mentions faultless = new Mentions(Set.of("zebra", "dog"), Set.of(), 0, 5);
    assertThat(faultless.quality()).isEqualTo(1);
    assertThat(faultless.faultless()).isTrue();
    Mentions incomplete = new Mentions(Set.of("zebra"), Set.of(), 1, 2);
    assertThat(incomplete.quality()).isEqualTo(1 / 1.5);
    assertThat(incomplete.faultless()).isFalse();
    assertThat(new Mentions(Set.of("zebra"), Set.of("cat"), 1, 4).quality()).isEqualTo(1 / 2.5);
  }
}
