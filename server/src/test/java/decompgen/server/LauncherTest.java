package decompgen.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher where something is missing: plain words instead of a stack trace. */
@Tag("contract")
class LauncherTest {
  private static final Path LAUNCHER = Path.of(System.getProperty("project.root"), "decompgen");

  @TempDir Path folder;

  @Test
  void noJdk_saysWhichOneIsNeeded() throws Exception {
    Ended ended = run(Map.of("DECOMPGEN_JDKS", folder.resolve("none").toString()), "--help");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.text()).contains("no JDK 25 or newer found").contains("JAVA_HOME");
  }

  @Test
  void olderJdkFirst_newerOneIsTaken() throws Exception {
    jdk("older", "17.0.15");
    Path newer = jdk("newer", "26");
    Ended ended =
        run(
            Map.of(
                "DECOMPGEN_JDKS", folder + "/*", "JAVA_HOME", folder.resolve("older").toString()),
            "jdk");

    assertThat(ended.text().strip()).isEqualTo(newer.toString());
  }

  @Test
  void noMaven_saysSo() throws Exception {
    Path jdk = jdk("newer", "25.0.1");
    Ended ended = run(Map.of("DECOMPGEN_JDKS", jdk.toString()), "build");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.text()).contains("Maven is needed").contains("3.8");
  }

  @Test
  void buildForGpus_holdsForLaterBuildsUntilTheCpuIsAskedFor() throws Exception {
    Path house = Files.createDirectories(folder.resolve("house"));
    Files.createDirectories(house.resolve("server/target"));
    Path launcher = Files.copy(LAUNCHER, house.resolve("decompgen"));
    Path maven = Files.createDirectories(folder.resolve("maven")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho \"$*\" >>\"$HOME/asked\"\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment =
        Map.of(
            "DECOMPGEN_JDKS",
            jdk("newer", "25").toString(),
            "PATH",
            folder.resolve("tools") + ":" + maven.getParent());

    assertThat(run(launcher, environment, "build", "--cuda").code()).isZero();
    assertThat(run(launcher, environment, "build").code()).isZero();
    assertThat(run(launcher, environment, "build", "--cpu").code()).isZero();

    List<String> asked = Files.readAllLines(folder.resolve("asked"));
    assertThat(asked).hasSize(3);
    assertThat(asked.subList(0, 2)).allMatch(words -> words.contains(" -Pcuda package "));
    assertThat(asked.getLast()).doesNotContain("cuda");
  }

  private record Ended(int code, String text) {}

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Path javac = Files.createDirectories(jdk.resolve("bin")).resolve("javac");
    Files.writeString(javac, "#!/bin/sh\n");
    assertThat(javac.toFile().setExecutable(true)).isTrue();
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  /** Runs the launcher with the system's tools alone: no Java and no Maven on the PATH. */
  private Ended run(Map<String, String> environment, String argument)
      throws IOException, InterruptedException {
    return run(LAUNCHER, environment, argument);
  }

  private Ended run(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of(
            "bash",
            "dirname",
            "readlink",
            "sed",
            "mkdir",
            "tee",
            "grep",
            "touch",
            "find",
            "head",
            "rm",
            "cat")) link(tools.resolve(tool), tool);
    List<String> words =
        new ArrayList<>(List.of(tools.resolve("bash").toString(), launcher.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", tools.toString(), "HOME", folder.toString()));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), text);
  }

  private static void link(Path link, String tool) throws IOException {
    Path found =
        List.of("/usr/bin", "/bin").stream()
            .map(folder -> Path.of(folder, tool))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    if (!Files.exists(link)) Files.createSymbolicLink(link, found);
  }
}
