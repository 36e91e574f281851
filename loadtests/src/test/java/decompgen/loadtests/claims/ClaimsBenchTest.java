package decompgen.loadtests.claims;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.server.assembly.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Tag("native")
class ClaimsBenchTest {
  private static final String MODELS =
      "models.repository=" + Path.of(System.getProperty("project.root"), "models/repository");

  @TempDir private Path folder;

  @Test
  void call_twoPhotos_tellsFiguresAndWritesPages() throws IOException {
    // The cup and the cat are there; the label of the third sentence is wrong on purpose.
    Files.write(folder.resolve("coffee.png"), Sample.COFFEE.image());
    Files.write(folder.resolve("chelsea.png"), new Sample("chelsea").image());
    Files.writeString(
        folder.resolve("claims.jsonl"),
        """
        {"image": "coffee.png", "sentence": "There is a cup.", "label": 1}
        {"image": "coffee.png", "sentence": "There is an elephant.", "label": 0}
        {"image": "chelsea.png", "sentence": "There is a cat.", "label": 0}
        """);
    Path pages = folder.resolve("pages");

    String told = run(folder.toString(), "--out", pages.toString(), "--set", MODELS);

    assertThat(told)
        .containsPattern("all, rules default +\\| 3 +\\| 1 \\(1-1\\) +\\| \\.667 ")
        .contains("all, rules dgpref, same experts")
        .contains(pages.resolve("errors.html").toString());
    assertThat(pages.resolve("errors.html"))
        .content()
        .contains(">1 wrong<", ">0 undecided<", "There is a cat.", "data:image/jpeg")
        .doesNotContain("There is a cup.");
    assertThat(pages.resolve("reliability.svg"))
        .content()
        .contains("3 of 3 sentences decided, 2 photos");
  }

  @Test
  void call_dgprefOnOddPhotos_hasNoPeer() throws IOException {
    Files.write(folder.resolve("coffee.png"), Sample.COFFEE.image());
    Files.write(folder.resolve("chelsea.png"), new Sample("chelsea").image());
    Files.writeString(
        folder.resolve("claims.jsonl"),
        """
        {"image": "coffee.png", "sentence": "There is a cup.", "label": 1}
        {"image": "chelsea.png", "sentence": "There is a cat.", "label": 1}
        """);

    String told =
        run(
            folder.toString(),
            "--photos",
            "odd",
            "--out",
            folder.toString(),
            "--set",
            "rules=dgpref",
            "--set",
            MODELS);

    assertThat(told)
        .containsPattern("all, rules dgpref +\\| 1 +\\|")
        .doesNotContain("same experts");
  }

  private static String run(String... arguments) {
    StringWriter told = new StringWriter();
    CommandLine line = new CommandLine(new ClaimsBench()).setOut(new PrintWriter(told, true));
    assertThat(line.execute(arguments)).isZero();
    return told.toString();
  }
}
