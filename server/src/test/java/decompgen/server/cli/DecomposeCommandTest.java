package decompgen.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.server.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecomposeCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void text_oneLineAClaim_withArgumentsAndRequirements() {
    assertThat(run("There are two red cups. No dog is visible. The cups are on a table."))
        .isEqualTo(Exit.FINE);

    assertThat(out.toString().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .containsExactly(
            "There are two red cups.",
            "0 object positive cups cup",
            "1 count positive two cups cup | 2 requires 0",
            "2 attribute positive red cups cup | red requires 0",
            "",
            "No dog is visible.",
            "3 object negative No dog dog",
            "",
            "The cups are on a table.",
            "4 object positive a table table",
            "5 spatial positive The cups on a table cup | on | table requires 0, 4",
            "0 object positive said again",
            "");
  }

  @Test
  void text_withoutClaims_saysSo() {
    assertThat(run("Overall, the atmosphere is lovely.")).isEqualTo(Exit.FINE);

    assertThat(out.toString()).contains("no claims");
  }

  @Test
  void json_claimsAsInTheContract_oneALine() throws IOException {
    assertThat(run("--json", "🐶 A red café.")).isEqualTo(Exit.FINE);

    List<String> lines = out.toString().lines().toList();
    // 🐶 is one code point: "café" ends at 12
    assertThat(JSON.readTree(lines.getLast()))
        .isEqualTo(
            JSON.readTree(
                """
                {"id": 1, "aspect": "attribute", "text": "red café", "attribute": "red",
                 "noun": "café", "polarity": "positive", "spans": [[4, 12]], "requires": [0]}
                """));
    assertThat(lines).hasSize(2);
  }

  @Test
  void jsonl_lineForLine_idsKeptAndQuotesAsText() throws IOException {
    Path file =
        lines(
            "{\"id\":\"a\",\"text\":\"Two signs that say 'STOP'.\"}",
            "",
            "{\"id\":7,\"text\":\"\"}");
    assertThat(run("--jsonl", file.toString())).isEqualTo(Exit.FINE);

    List<String> lines = out.toString().lines().toList();
    JsonNode first = JSON.readTree(lines.getFirst());
    assertThat(first.get("id").asText()).isEqualTo("a");
    assertThat(first.get("claims").get(0).get("noun").asText()).isEqualTo("signs");
    assertThat(first.get("claims").get(2).get("aspect").asText()).isEqualTo("text");
    assertThat(first.get("claims").get(2).get("text").asText()).isEqualTo("STOP");
    assertThat(lines.subList(1, lines.size())).containsExactly("{\"id\":7,\"claims\":[]}");
    assertThat(err.toString()).startsWith("1 sentences, ").contains(" ms each");
  }

  @Test
  void jsonl_comparison_isARelation() throws IOException {
    Path file = lines("{\"id\":1,\"text\":\"The dogs are bigger than the cat.\"}");
    assertThat(run("--jsonl", file.toString())).isEqualTo(Exit.FINE);

    JsonNode claim = JSON.readTree(out.toString()).get("claims").get(2);
    assertThat(claim.get("aspect").asText()).isEqualTo("relation");
    assertThat(claim.get("subject").asText()).isEqualTo("dogs");
    assertThat(claim.get("predicate").asText()).isEqualTo("larger than");
    assertThat(claim.get("object").asText()).isEqualTo("cat");
    assertThat(claim.has("quality")).isFalse();
  }

  @Test
  void jsonl_sideOfTheImage_isARelationToIt() throws IOException {
    Path file = lines("{\"id\":1,\"text\":\"A dog is on the left.\"}");
    assertThat(run("--jsonl", file.toString())).isEqualTo(Exit.FINE);

    JsonNode claim = JSON.readTree(out.toString()).get("claims").get(1);
    assertThat(claim.get("aspect").asText()).isEqualTo("spatial");
    assertThat(claim.get("predicate").asText()).isEqualTo("at");
    assertThat(claim.get("object").asText()).isEqualTo("left of the image");
  }

  @Test
  void jsonl_size_asItWasSaid() throws IOException {
    Path file = lines("{\"id\":1,\"text\":\"A huge brown dog.\"}");
    assertThat(run("--jsonl", file.toString())).isEqualTo(Exit.FINE);

    JsonNode claims = JSON.readTree(out.toString()).get("claims");
    assertThat(claims.findValuesAsText("quality")).containsExactly("huge");
    assertThat(claims.findValuesAsText("noun")).containsOnly("dog");
  }

  @Test
  void jsonl_personWhoIsNotNamed_keepsTheNoun() throws IOException {
    Path file = lines("{\"id\":1,\"text\":\"standing on one leg\"}");
    assertThat(run("--jsonl", file.toString())).isEqualTo(Exit.FINE);

    JsonNode claims = JSON.readTree(out.toString()).get("claims");
    assertThat(claims.get(0).get("noun").asText()).isEqualTo("person");
  }

  @Test
  void jsonl_oneOfAKind_isNotCounted() throws IOException {
    Path file = lines("{\"id\":1,\"text\":\"There is one cat, and there are two dogs.\"}");
    assertThat(run("--jsonl", file.toString())).isEqualTo(Exit.FINE);

    JsonNode claims = JSON.readTree(out.toString()).get("claims");
    assertThat(claims.findValuesAsText("noun")).containsExactly("cat", "dogs", "dogs");
    assertThat(claims.findValuesAsText("number")).containsExactly("2");
  }

  @Test
  void jsonl_malformedLine_saysWhichAndWhatIsExpected() throws IOException {
    Path file = lines("{\"id\":1,\"text\":\"A dog.\"}", "{\"id\":2,\"words\":\"A cat.\"}");

    assertThat(run("--jsonl", file.toString())).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("Line 2 is no {\"id\": …, \"text\": \"…\"}");
    assertThat(run("--jsonl", lines("{").toString())).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("Line 1 is no ");
  }

  @Test
  void jsonl_fileMissingOrBinary_saysSo() throws IOException {
    assertThat(run("--jsonl", folder.resolve("none").toString())).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("none does not exist");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThat(run("--jsonl", binary.toString())).isEqualTo(Exit.FAILED);
    assertThat(err.toString()).contains("binary is not UTF-8 text");
  }

  @Test
  void noText_orBothWays_wrongUsage() {
    assertThat(run()).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("What was said?");
    assertThat(run("--json", "--jsonl")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("--jsonl stands alone");
  }

  private Path lines(String... lines) throws IOException {
    return Files.writeString(folder.resolve("lines"), String.join("\n", lines), UTF_8);
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] all = new String[arguments.length + 1];
    all[0] = "decompose";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }
}
