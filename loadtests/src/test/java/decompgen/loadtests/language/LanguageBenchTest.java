package decompgen.loadtests.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Both commands with the real decomposer on a few sentences. */
class LanguageBenchTest {
  @TempDir private Path folder;

  private Path prompts;

  /** "hello" is of the tuned half, "a" of the other. */
  @BeforeEach
  void write() throws IOException {
    prompts = folder.resolve("dsg.jsonl");
    Files.writeString(
        prompts,
        """
        {"id": "hello", "text": "A red cup.", "tuples": [{"tuple": "entity - whole (cup)"}, {"tuple": "attribute - color (cup, blue)"}]}
        {"id": "a", "text": "Two dogs.", "tuples": [{"tuple": "entity - whole (dogs)"}, {"tuple": "other - count (dogs, ==2)"}]}
        """);
  }

  @Test
  void decompose_bothHalves_areToldAndOneIsWritten() {
    String told = run(new DecomposeBench(), "--out", folder.toString(), prompts.toString());

    assertThat(told)
        .containsPattern("the tuned half[^\\n]*\\n[^\\n]*\\n\\| object +\\| 1 +\\| 1 +\\| 1.000")
        .containsPattern("attribute +\\| 1 +\\| 1 +\\| 0.000")
        .containsPattern("\\| all +\\| 4 +\\| 4 +\\| 0.750 +\\| 0.750 +\\| 0.750")
        .contains("2 sentences when warm: mean ");
    assertThat(folder.resolve("errors.html"))
        .content()
        .contains("A red cup.", "attribute: cup is blu")
        .doesNotContain("Two dogs.");
  }

  @Test
  void decompose_otherHalf_writesNothing() {
    String told =
        run(
            new DecomposeBench(),
            "--half",
            "other",
            "--out",
            folder.toString(),
            prompts.toString());

    assertThat(told).contains("the other half").doesNotContain("the tuned half", "errors.html");
    assertThat(folder.resolve("errors.html")).doesNotExist();
  }

  @Test
  void captions_packedFile_isCompared() throws IOException {
    Files.writeString(
        folder.resolve("synonyms.json"),
        """
        {"inverse_synonym_dict": {"dog": "dog", "puppy": "dog", "orange": "orange", "cup": "cup"}, "double_word_dict": {}}
        """);
    Files.writeString(folder.resolve("plural_table.json"), "{\"dogs\": \"dog\"}");
    Path captions = folder.resolve("captions.jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(captions))) {
      out.write("{\"caption\": \"Two dogs near an orange cup.\"}\n".getBytes());
    }

    String told = run(new CaptionsBench(), "--words", folder.toString(), captions.toString());

    // CHAIR takes the colour for the fruit: two of its three classes are ours.
    assertThat(told)
        .containsPattern("captions.jsonl.gz +\\| 1 +\\| 3 +\\| 2 +\\| 0.667 +\\| 1.000")
        .contains("missed: orange 1")
        .containsPattern("spans: (\\d+) of \\1 claims stand where they say");
  }

  private static String run(Callable<Integer> bench, String... arguments) {
    StringWriter told = new StringWriter();
    CommandLine line = new CommandLine(bench).setOut(new PrintWriter(told, true));
    assertThat(line.execute(arguments)).isZero();
    return told.toString();
  }
}
