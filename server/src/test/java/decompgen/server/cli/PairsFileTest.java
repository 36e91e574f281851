package decompgen.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.Failure;
import decompgen.domain.policy.Turn;
import decompgen.domain.training.TrainingPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsFileTest {
  @TempDir Path folder;

  @Test
  void read_texts_areQuestionAndAnswers() throws IOException {
    TrainingPair pair =
        read("{\"prompt\": \"What is it?\", \"chosen\": \"A cat.\", \"rejected\": \"A dog.\"}")
            .getFirst();
    assertThat(pair)
        .isEqualTo(
            new TrainingPair(
                "line 1", List.of(), List.of(Turn.user("What is it?")), "A cat.", "A dog."));
  }

  @Test
  void read_messagesWithParts_keepTurnsAndTheImagesBesideTheFile() throws IOException {
    TrainingPair pair =
        read("""

                {"images": ["photos/a.jpg"], "prompt": [{"role": "system", "content": "Be brief."}, \
                {"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "What is it?"}]}], \
                "chosen": [{"role": "assistant", "content": [{"type": "text", "text": "A cat."}]}], \
                "rejected": [{"role": "assistant", "content": "A dog."}]}
                """)
            .getFirst();
    assertThat(pair.name()).isEqualTo("line 2");
    assertThat(pair.images()).containsExactly(folder.resolve("photos/a.jpg"));
    assertThat(pair.prompt())
        .containsExactly(new Turn(Turn.Role.SYSTEM, "Be brief."), Turn.user("What is it?"));
    assertThat(pair.chosen()).isEqualTo("A cat.");
    assertThat(pair.rejected()).isEqualTo("A dog.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | no JSON",
        "[1] | no JSON object",
        "{\"prompt\": \"?\", \"chosen\": \"A\"} | has no rejected",
        "{\"prompt\": [{\"role\": \"tool\"}], \"chosen\": \"A\", \"rejected\": \"B\"} | role 'tool'",
        "{\"prompt\": [], \"chosen\": \"A\", \"rejected\": \"B\"} | last message",
        "{\"prompt\": \"?\", \"chosen\": 3, \"rejected\": \"B\"} | neither text nor messages",
        "{\"images\": \"a.jpg\", \"prompt\": \"?\", \"chosen\": \"A\", \"rejected\": \"B\"} | images that are no list of file names",
        "{\"images\": [{}], \"prompt\": \"?\", \"chosen\": \"A\", \"rejected\": \"B\"} | images that are no list of file names"
      })
  void read_wrongLine_isNamed(String line, String why) {
    assertThatThrownBy(() -> read("\n\n" + line))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining(why);
  }

  @Test
  void read_noFile_saysSo() {
    assertThatThrownBy(() -> PairsFile.read(folder.resolve("missing.jsonl")))
        .hasMessageContaining("missing.jsonl does not exist");
  }

  private List<TrainingPair> read(String content) throws IOException {
    return PairsFile.read(Files.writeString(folder.resolve("pairs.jsonl"), content));
  }
}
