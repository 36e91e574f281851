package decompgen.loadtests.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import decompgen.domain.benchmark.LabelledSentence;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsFolderTest {
  @TempDir private Path folder;

  @Test
  void read_lines_areSentencesWithTheirImages() throws IOException {
    Files.createDirectory(folder.resolve("images"));
    Files.write(folder.resolve("images/a.jpg"), new byte[] {1, 2});
    claims(
        """
        {"image": "images/a.jpg", "sentence": "A cat.", "label": 1}

        {"image": "images/a.jpg", "sentence": "A dog.", "label": 0}
        """);
    ClaimsFolder claims = ClaimsFolder.read(folder);
    assertThat(claims.sentences())
        .containsExactly(
            new LabelledSentence("images/a.jpg", "A cat.", true),
            new LabelledSentence("images/a.jpg", "A dog.", false));
    assertThat(claims.image("images/a.jpg")).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"image\": \"a.jpg\", \"sentence\": \"A cat.\"}",
        "{\"image\": \"a.jpg\", \"sentence\": \"A cat.\", \"label\": 2}",
        "{\"sentence\": \"A cat.\", \"label\": 1}",
        "{\"image\": \"a.jpg\", \"label\": 1}",
        "A cat."
      })
  void read_malformedLine_isNamed(String line) throws IOException {
    claims("\n" + line + "\n");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> ClaimsFolder.read(folder))
        .matches(failure -> failure.code() == ErrorCode.REQUEST_INVALID)
        .withMessageContaining("claims.jsonl:2");
  }

  @Test
  void read_noFileOrNoSentence_isRefused() throws IOException {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> ClaimsFolder.read(folder))
        .withMessageContaining("cannot be read");
    claims("\n");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> ClaimsFolder.read(folder))
        .withMessageContaining("no lines");
  }

  @Test
  void of_severalFolders_takesTheSamePartOfEach() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    String line = "{\"image\": \"%s.jpg\", \"sentence\": \"A cat.\", \"label\": 1}%n";
    claims(line.formatted("a") + line.formatted("b"));
    Files.writeString(other.resolve("claims.jsonl"), line.formatted("c") + line.formatted("d"));
    Files.write(other.resolve("d.jpg"), new byte[] {3});

    ClaimsFolder claims = ClaimsFolder.of(List.of(folder, other), PhotoSplit.odd);

    String last = other.resolve("d.jpg").toString();
    assertThat(claims.sentences())
        .extracting(LabelledSentence::photo)
        .containsExactly(folder.resolve("b.jpg").toString(), last);
    assertThat(claims.image(last)).containsExactly(3);
  }

  @Test
  void image_missing_isNamed() throws IOException {
    claims("{\"image\": \"gone.jpg\", \"sentence\": \"A cat.\", \"label\": 1}");
    ClaimsFolder claims = ClaimsFolder.read(folder);
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> claims.image("gone.jpg"))
        .withMessageContaining("gone.jpg");
  }

  private void claims(String lines) throws IOException {
    Files.writeString(folder.resolve("claims.jsonl"), lines);
  }
}
