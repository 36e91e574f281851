package decompgen.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Commands in processes of their own: what they print and how they end. */
@Tag("native")
@ExtendWith(WithServer.class)
class CommandLineTest {
  @TempDir Path folder;

  @Test
  void score_serverRuns_usesItAndItKeepsTheScore(Served served) throws IOException {
    Program.Ended ended =
        Program.run(
            "score", "--data", "" + served.folder(), "--json", "" + photo(), "There is a cup.");

    assertThat(ended.exit()).as(ended.err()).isZero();
    List<JsonObject> events = ended.out().lines().map(JsonObject::new).toList();
    assertThat(events.getFirst().getString("event")).isEqualTo("accepted");
    assertThat(events.getLast().getString("event")).isEqualTo("completed");
    String id = events.getFirst().getString("scoreId");
    assertThat(served.client().stored(id).statusCode()).isEqualTo(200);
  }

  @Test
  void score_noServer_worksInItsOwnProcess() {
    Program.Ended ended = Program.run("score", "--data", "" + folder, "--sample", "coffee");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("supported", "contradicted", "trust", "coverage");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void score_responseLongerThanACommandLineMayBe_isScored() throws IOException {
    String response = "There is a cup on the table. ".repeat(300);

    Program.Ended ended =
        Program.runFromFile(
            folder.resolve("words"), "score", "--sample", "coffee", "--json", response);

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("\"event\":\"completed\"");
  }

  @Test
  void score_failOnContradicted_exitIsOne(Served served) throws IOException {
    String photo = "" + photo();
    String data = "" + served.folder();

    Program.Ended ended =
        Program.run(
            "score", "--data", data, "--fail-on", "contradicted", photo, "There is an elephant.");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out()).contains("an elephant", "contradicted");
  }

  @Test
  void score_photoIsMissing_saysSo() {
    requireRefusal(
        Program.run("score", "--data", "" + folder, "no-such-photo.jpg", "A cat."),
        3,
        "no-such-photo.jpg does not exist");
  }

  @Test
  void score_photoIsUnreadable_saysSo(Served served) throws IOException {
    Path broken =
        Files.write(folder.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    requireRefusal(
        Program.run("score", "--data", "" + served.folder(), "" + broken, "A cat."), 3, "image");
  }

  @Test
  void score_noResponse_saysWhatIsMissing() throws IOException {
    requireRefusal(Program.run("score", "" + photo()), 2, "What was said about the photo?");
  }

  @Test
  void serve_unknownOption_isWrongUsage() {
    requireRefusal(Program.run("serve", "--prot", "1"), 2, "--prot");
  }

  @Test
  void serve_unknownKey_namesIt() throws IOException {
    Files.writeString(folder.resolve("server.yaml"), "http: {prot: 8080}");
    requireRefusal(
        Program.run("serve", "--data", "" + folder.resolve("data"), "--config", "" + folder),
        3,
        "prot");
  }

  @Test
  void serve_folderIsTaken_namesTheServerThatHasIt(Served served) {
    requireRefusal(
        Program.run("serve", "--port", "0", "--data", "" + served.folder()), 3, "--data");
  }

  @Test
  void serve_portIsTaken_saysWhichOptionHelps() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      requireRefusal(
          Program.run("serve", "--management-port", port, "--data", "" + folder),
          3,
          "--management-port");
      requireRefusal(
          Program.run("serve", "--port", port, "--management-port", "0", "--data", "" + folder),
          3,
          "--port");
    }
  }

  private Path photo() throws IOException {
    return Files.write(folder.resolve("photo.png"), Photos.coffee());
  }

  private static void requireRefusal(Program.Ended ended, int exit, String hint) {
    assertThat(ended.err()).contains(hint);
    assertThat(ended.exit()).isEqualTo(exit);
    assertThat(ended.err()).doesNotContain("\tat ");
  }
}
