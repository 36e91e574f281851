package decompgen.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.server.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PretrainCommandTest {
  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  @Test
  void out_isThereAlready_isRefused() {
    assertThat(run("--out", folder.toString())).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains(folder + " is there already: name a new folder.");
  }

  @Test
  void threads_tooMany_areRefused() {
    assertThat(run("--out", folder.resolve("new").toString(), "--threads", "65"))
        .isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("--threads: 65 is not 1 to 64.");
  }

  @Test
  void out_leftAway_isAskedFor() {
    assertThat(run()).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("--out=FOLDER");
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine().setErr(new PrintWriter(err));
    String[] all = new String[arguments.length + 1];
    all[0] = "pretrain";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return line.execute(all);
  }
}
