package decompgen.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** respond, train and logps in processes of their own, on the reference's tiny LLaVA. */
@Tag("native")
class PolicyCommandsTest {
  private static final String POLICY =
      Path.of(System.getProperty("project.root"), "models/torch/src/test/parity/llava/model")
          .toString();

  @TempDir Path folder;

  @Test
  void trainThenRespondAndLogps_theAdapterPrefersWhatWasChosen() throws IOException {
    Path pairs = pairs();
    Path out = folder.resolve("out");
    Program.Ended trained =
        Program.run(
            "train",
            "--policy",
            POLICY,
            "--pairs",
            "" + pairs,
            "--out",
            "" + out,
            "--threads",
            "1",
            "--held-out",
            ".25",
            "--set",
            "optimizer.learning-rate=0.01",
            "--set",
            "batch.epochs=5");

    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(trained.out()).contains("adapter: " + out.resolve("adapter"));
    assertThat(trained.err())
        .contains(
            "2 pairs are left out", "line 9", "nowhere.png", "line 10", "held out after step");
    assertThat(out.resolve("curves.png")).isNotEmptyFile();
    assertThat(out.resolve("adapter/provenance.json")).content().contains("baseModelHash");

    String adapter = "" + out.resolve("adapter");
    assertThat(margin("--pairs", "" + pairs, "--adapter", adapter))
        .isGreaterThan(margin("--pairs", "" + pairs) + 1);
    Program.Ended responded =
        Program.run(
            "respond",
            "--policy",
            POLICY,
            "--adapter",
            adapter,
            "--max-tokens",
            "8",
            "" + folder.resolve("cup.png"),
            "What is it?");
    assertThat(responded.exit()).as(responded.err()).isZero();
    assertThat(responded.out()).isNotBlank();
  }

  @Test
  void train_readmesPair_curesTheToyPolicyOfThePersonBesideTheDogs() throws IOException {
    Path root = Path.of(System.getProperty("project.root"));
    String toy = "" + root.resolve("models/repository/toy-world-llava/1");
    String pair =
        Files.readAllLines(root.resolve("README.md")).stream()
            .filter(line -> line.startsWith("echo '{"))
            .map(line -> line.substring(6, line.lastIndexOf("' >")).replace("'$toy'", toy))
            .findFirst()
            .orElseThrow();
    Path pairs = Files.writeString(folder.resolve("pairs.jsonl"), pair);
    Path out = folder.resolve("run1");

    assertThat(sample(toy)).contains("person").contains("dog");
    String rate = "optimizer.learning-rate=1e-3";
    Program.Ended trained =
        Program.run(
            ("train --policy %s --pairs %s --set batch.epochs=20 --set %s --out %s")
                .formatted(toy, pairs, rate, out)
                .split(" "));
    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(sample(toy, "--adapter", "" + out.resolve("adapter")))
        .doesNotContain("person")
        .contains("dog");
  }

  private static String sample(String toy, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("respond", "--policy", toy));
    words.addAll(List.of(options));
    words.addAll(List.of(toy + "/sample.png", "Describe the picture."));
    Program.Ended responded = Program.run(words.toArray(String[]::new));
    assertThat(responded.exit()).as(responded.err()).isZero();
    return responded.out();
  }

  @Test
  void train_folderOfAnotherTraining_isRefused() throws IOException {
    Path out = Files.createDirectories(folder.resolve("out"));
    try (FileChannel taken =
            FileChannel.open(
                out.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = taken.lock()) {
      requireRefusal(
          Program.run("train", "--policy", POLICY, "--pairs", "" + pairs(), "--out", "" + out),
          "in use by another training");
    }
  }

  @Test
  void train_unknownKeyOfARecipe_isNamed() throws IOException {
    Path recipe = Files.writeString(folder.resolve("recipe.yaml"), "loss: {betta: .1}");
    requireRefusal(
        Program.run("train", "--policy", POLICY, "--pairs", "" + pairs(), "--recipe", "" + recipe),
        "loss.betta is no key");
  }

  @Test
  void train_valueOutOfRange_isNamed() throws IOException {
    requireRefusal(
        Program.run("train", "--policy", POLICY, "--pairs", "" + pairs(), "--set", "lora.rank=0"),
        "lora.rank: 0");
  }

  @Test
  void train_noPairFits_saysWhy() throws IOException {
    requireRefusal(
        Program.run(
            "train",
            "--policy",
            POLICY,
            "--pairs",
            "" + pairs(),
            "--out",
            "" + folder.resolve("out"),
            "--set",
            "computation.max-length=3"),
        "Raise max-length");
  }

  @Test
  void train_pairsThatDoNotFit_areNamedWithTheReason() throws IOException {
    byte[] photo = Photos.coffee();
    Files.write(folder.resolve("cup.png"), photo);
    Files.write(folder.resolve("torn.png"), Arrays.copyOf(photo, photo.length / 2));
    Files.writeString(folder.resolve("words.png"), "no image at all");
    Path pairs =
        Files.writeString(
            folder.resolve("unfit.jsonl"),
            line("cup.png", "A cup.")
                + line("nowhere.png", "A cup.")
                + line("torn.png", "A cup.")
                + line("words.png", "A cup.")
                + line("cup.png", "A dog."));
    Program.Ended trained =
        Program.run(
            "train",
            "--policy",
            POLICY,
            "--pairs",
            "" + pairs,
            "--out",
            "" + folder.resolve("out"),
            "--set",
            "batch.max-steps=1");
    assertThat(trained.exit()).as(trained.err()).isZero();
    assertThat(trained.err())
        .contains("4 pairs are left out")
        .containsPattern("line 2: .*nowhere\\.png cannot be read")
        .containsPattern("line 3: .*torn\\.png.*")
        .containsPattern("line 4: .*words\\.png.*")
        .containsPattern("line 5: .*the same completion as chosen and rejected");
  }

  @Test
  void train_noPairs_saysSo() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
    requireRefusal(
        Program.run(
            "train", "--policy", POLICY, "--pairs", "" + empty, "--out", "" + folder.resolve("o")),
        "there are no pairs");
  }

  private static String line(String image, String chosen) {
    JsonObject pair =
        new JsonObject()
            .put("images", new JsonArray().add(image))
            .put("prompt", "What is it?")
            .put("chosen", chosen)
            .put("rejected", "A dog.");
    return pair.encode() + "\n";
  }

  @Test
  void respond_gpuThatIsNotThere_saysWhatToDo() {
    requireRefusal(
        Program.run("respond", "--policy", POLICY, "--device", "cuda", "Hello"), "device cuda");
  }

  @Test
  void respond_folderIsNoCheckpoint_namesWhatIsMissing() {
    requireRefusal(
        Program.run("respond", "--policy", "" + folder, "Hello"), "config.json is missing");
  }

  private static double margin(String... options) {
    List<String> words = new ArrayList<>(List.of("logps", "--policy", POLICY));
    words.addAll(List.of(options));
    Program.Ended ended = Program.run(words.toArray(String[]::new));
    return ended
        .out()
        .lines()
        .map(JsonObject::new)
        .mapToDouble(row -> row.getDouble("chosen_logps") - row.getDouble("rejected_logps"))
        .average()
        .orElseThrow();
  }

  /** Eight pairs about one picture, one whose picture is missing, one that names a picture. */
  private Path pairs() throws IOException {
    Files.write(folder.resolve("cup.png"), Photos.coffee());
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 10; i++)
      lines
          .append(
              new JsonObject()
                  .put("images", new JsonArray().add(i == 8 ? "nowhere.png" : "cup.png"))
                  .put("prompt", "What is it? " + i)
                  .put("chosen", (i == 9 ? "<image> " : "") + "A cup, number " + i + ".")
                  .put("rejected", "A dog and a cat on a horse.")
                  .encode())
          .append('\n');
    return Files.writeString(folder.resolve("pairs.jsonl"), lines);
  }

  private static void requireRefusal(Program.Ended ended, String hint) {
    assertThat(ended.err()).contains(hint).doesNotContain("\tat ");
    assertThat(ended.exit()).isEqualTo(3);
  }
}
