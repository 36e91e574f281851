package decompgen.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** README's tree, its table of packages and its commands are those of the project. */
@Tag("contract")
class DocsTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern SENTENCE =
      Pattern.compile("/\\*\\*[\\s*]*(.*?\\.)(?:\\s|\\*/)", Pattern.DOTALL);
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z.]+);");

  private final String readme = read(ROOT.resolve("README.md"));

  @Test
  void readme_tree_everyPathIsThere() {
    String tree =
        readme.substring(
            readme.indexOf("pom.xml  "), readme.indexOf("```", readme.indexOf("pom.xml  ")));
    String parent = "";
    for (String line : tree.lines().toList()) {
      String name = line.strip().split("\\s+")[0];
      if (!line.startsWith(" ")) parent = name.endsWith("/") ? name : "";
      Path path = line.startsWith(" ") ? ROOT.resolve(parent + name) : ROOT.resolve(name);
      assertThat(path).exists();
    }
  }

  @Test
  void readme_tree_everyTopLevelFolderIsInIt() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT)) {
      List<String> folders =
          entries
              .filter(Files::isDirectory)
              .map(path -> path.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !name.equals("target"))
              .toList();
      for (String folder : folders) assertThat(readme).contains("\n" + folder + "/  ");
    }
  }

  @Test
  void readme_packages_areThePackageInfos() {
    String table =
        packages().entrySet().stream()
            .map(entry -> "| `" + entry.getKey() + "` | " + entry.getValue() + " |")
            .collect(Collectors.joining("\n", "| package | |\n|---|---|\n", "\n"));
    assertThat(
            readme.substring(
                readme.indexOf("<!-- packages -->") + 18, readme.indexOf("<!-- /packages -->")))
        .as("README's table between <!-- packages --> and <!-- /packages --> must be:\n" + table)
        .isEqualTo(table);
  }

  @Test
  void readme_commands_areKnown() {
    CommandLine line = Main.commandLine();
    String launcher = read(ROOT.resolve("decompgen"));
    Matcher commands = Pattern.compile("\\./decompgen ([a-z]+)").matcher(readme);
    while (commands.find()) {
      String command = commands.group(1);
      assertThat(
              line.getSubcommands().containsKey(command)
                  || launcher.contains("\n  " + command + ")"))
          .as(command)
          .isTrue();
    }
  }

  @Test
  void everyModule_hasDecisions() {
    for (String module :
        List.of(
            "models/domain", "models/language", "models/onnx", "verticles", "server", "loadtests"))
      assertThat(ROOT.resolve(module).resolve("DECISIONS.md")).exists();
  }

  private static TreeMap<String, String> packages() {
    TreeMap<String, String> packages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(
              file ->
                  file.endsWith("package-info.java") && file.toString().contains("src/main/java"))
          .map(DocsTest::read)
          .forEach(
              text ->
                  packages.put(
                      first(PACKAGE, text),
                      first(SENTENCE, text).replaceAll("\\s*\\n\\s*\\*?\\s*", " ")));
      return packages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
