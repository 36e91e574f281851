package decompgen.loadtests.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer whose interpreter is a script of the shell. */
class PeerTest {
  @TempDir Path folder;

  @Test
  void round_peerAnswers_isItsLineAndNothingIsLeft() throws IOException {
    Path seen = folder.resolve("seen");
    Path shell =
        interpreter(
            "echo \"$1\" >%s; while read -r go; do echo '{\"n\": 7}'; done".formatted(seen));
    Path script;
    try (Peer peer = Peer.start(shell, "respond.py", folder, Map.of("tokens", 1))) {
      assertThat(peer.round().path("n").asInt()).isEqualTo(7);
      assertThat(peer.round().path("n").asInt()).isEqualTo(7);
      script = Path.of(Files.readString(seen).strip());
      assertThat(script).content().contains("CLIPImageProcessor");
      assertThat(script.resolveSibling("job.json")).hasContent("{\"tokens\":1}");
    }
    assertThat(script.getParent()).doesNotExist();
  }

  @Test
  void round_peerEnded_saysItsLastError() throws IOException {
    Path shell =
        interpreter(
            "echo Traceback >&2; echo \"ModuleNotFoundError: torch\" >&2; echo >&2; exit 1");
    try (Peer peer = Peer.start(shell, "train.py", folder, Map.of())) {
      assertThatThrownBy(peer::round)
          .isInstanceOf(Failure.class)
          .hasMessageContaining("the peer ended: ModuleNotFoundError: torch");
    }
  }

  @Test
  void start_interpreterThatIsNotThere_isNamed() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> Peer.start(absent, "train.py", folder, Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(absent + " cannot be run: name a Python");
  }

  private Path interpreter(String commands) throws IOException {
    Path shell = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + commands + "\n");
    assertThat(shell.toFile().setExecutable(true)).isTrue();
    return shell;
  }
}
