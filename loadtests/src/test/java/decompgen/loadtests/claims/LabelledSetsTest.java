package decompgen.loadtests.claims;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.benchmark.Figures;
import decompgen.domain.benchmark.LabelledSentence;
import decompgen.domain.benchmark.Outcome;
import decompgen.server.config.ConfigReader;
import decompgen.server.config.ExpertsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own labelled photos, judged by the experts and rules that ship. */
class LabelledSetsTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path SETS = ROOT.resolve("models/onnx/src/test/resources/decompgen");

  @ParameterizedTest
  @ValueSource(strings = {"regression", "heldout"})
  void sentences_areManyAndHalfOfThemHold(String name) {
    ClaimsFolder set = ClaimsFolder.read(SETS.resolve(name));
    long hold = set.sentences().stream().filter(LabelledSentence::holds).count();
    assertThat(set.sentences()).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
    assertThat((double) hold / set.sentences().size()).isBetween(.45, .55);
  }

  @ParameterizedTest
  @ValueSource(strings = {"regression", "heldout"})
  void photos_areThoseWithALicence(String name) throws IOException {
    Path folder = SETS.resolve(name);
    List<String> licensed =
        Files.readAllLines(folder.resolve("LICENCES.md")).stream()
            .filter(line -> line.matches("\\| [a-z-]+ \\| .*") && !line.startsWith("| photo |"))
            .map(line -> "images/" + line.split("\\|", 3)[1].strip() + ".jpg")
            .toList();
    try (var files = Files.list(folder.resolve("images"))) {
      assertThat(files.map(file -> "images/" + file.getFileName()))
          .containsExactlyInAnyOrderElementsOf(licensed);
    }
    assertThat(
            ClaimsFolder.read(folder).sentences().stream().map(LabelledSentence::photo).distinct())
        .containsExactlyInAnyOrderElementsOf(licensed);
  }

  /** A little looser than measured; models/domain/DECISIONS.md has the figures. */
  @Test
  @Tag("native")
  void figures_ofWhatShips_stayWithinTheirBounds() {
    Figures all = Figures.of(judged());
    assertThat(all.coverage()).as("coverage").isGreaterThanOrEqualTo(.6);
    assertThat(all.accuracy()).as("accuracy").isGreaterThanOrEqualTo(.93);
    assertThat(all.macroF1()).as("macro-F1").isGreaterThanOrEqualTo(.93);
    assertThat(all.ece()).as("ECE").isLessThanOrEqualTo(.06);
  }

  private List<Outcome> judged() {
    String models = ROOT.resolve("models/repository").toString();
    ExpertsConfig config =
        ConfigReader.read(
            "experts.yaml",
            ExpertsConfig.class,
            Optional.empty(),
            Map.of("models.repository", models));
    try (Jury jury = new Jury(config)) {
      return jury.judge(ClaimsFolder.read(SETS.resolve("regression")), config);
    }
  }
}
