package decompgen.loadtests.language;

import decompgen.domain.claim.Decomposer;
import decompgen.loadtests.JsonLines;
import decompgen.loadtests.OutFolder;
import decompgen.loadtests.Table;
import decompgen.loadtests.Template;
import decompgen.loadtests.language.DsgFact.Kind;
import decompgen.loadtests.language.DsgFact.Relation;
import decompgen.loadtests.language.DsgMatch.Pair;
import decompgen.loadtests.language.DsgPrompt.Half;
import decompgen.server.assembly.Assembly;
import decompgen.server.cli.ClaimLines;
import decompgen.server.cli.LoadingBar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench decompose}: the decomposer's claims against DSG's human-checked tuples. */
@Command(
    name = "decompose",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the decomposer's claims with the tuples of DSG (Davidsonian Scene Graph, Cho et al. 2024) and prints precision, recall and F1 by kind, then what a sentence takes.",
      "The same are: objects and counts with the same head noun (and number), attributes with the same head noun and a common word, relations between the same two head nouns, texts but for case and punctuation. Styles, lighting and the like are left out. The tuned half has ids whose SHA-256 is even; what was missed is written for that half alone, for nobody should read the other one.",
      "",
      "FILE is DSG's, one prompt a line:",
      "  {\"id\": \"a1\", \"text\": \"A red cup.\", \"tuples\": [{\"tuple\": \"entity - whole (cup)\"}, {\"tuple\": \"attribute - color (cup, red)\"}]}",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench decompose dsg-dev.jsonl",
      "  ./decompgen bench decompose --half tuned --out /tmp/dsg dsg-dev.jsonl"
    })
public final class DecomposeBench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "Prompts with tuples, also as .gz.")
  private Path file = Path.of(".");

  @Option(
      names = "--half",
      paramLabel = "HALF",
      description = "${COMPLETION-CANDIDATES}: only this half (default: both, then all).")
  private @Nullable Half half;

  @Mixin private OutFolder pages = new OutFolder();

  @Override
  public Integer call() {
    List<DsgPrompt> prompts =
        JsonLines.read(file, DsgPrompt::of).stream().filter(this::wanted).toList();
    Decomposer decomposer = Assembly.decomposer();
    List<DsgMatch> matches = matches(prompts, decomposer);
    for (Half each : Half.values()) tell("the " + each + " half", of(each, matches));
    if (half == null) tell("all", matches);
    out().println(Pace.of(decomposer, prompts.stream().map(DsgPrompt::text).toList()));
    if (half != Half.other) {
      String page = DsgPage.html(of(Half.tuned, matches));
      out().println("missed: " + Template.write(pages.path(), "errors.html", page));
    }
    return 0;
  }

  private boolean wanted(DsgPrompt prompt) {
    return half == null || prompt.half() == half;
  }

  private static List<DsgMatch> matches(List<DsgPrompt> prompts, Decomposer decomposer) {
    ClaimLines lines = new ClaimLines(decomposer);
    List<DsgMatch> matches = new ArrayList<>();
    for (DsgPrompt prompt : LoadingBar.over("prompts", prompts))
      matches.add(
          DsgMatch.of(
              prompt,
              StreamSupport.stream(lines.claims(prompt.text()).spliterator(), false)
                  .map(DsgClaims::fact)
                  .toList()));
    return matches;
  }

  private static List<DsgMatch> of(Half half, List<DsgMatch> matches) {
    return matches.stream().filter(match -> match.prompt().half() == half).toList();
  }

  private void tell(String which, List<DsgMatch> matches) {
    if (matches.isEmpty()) return;
    Table table = new Table(which, "n", "claimed", "precision", "recall", "F1");
    for (Kind kind : Kind.values()) row(table, kind.name(), DsgFigures.of(kind, matches));
    row(table, "all", DsgFigures.of(matches));
    List<Pair> relations =
        matches.stream()
            .flatMap(match -> match.pairs().stream())
            .filter(pair -> pair.fact() instanceof Relation)
            .toList();
    out().printf("%d prompts%n%s", matches.size(), table);
    out()
        .printf(
            "predicates of %d relations found: %d the same%n%n",
            relations.size(), relations.stream().filter(Pair::samePredicate).count());
  }

  private static void row(Table table, String name, DsgFigures figures) {
    table.row(
        name,
        figures.facts(),
        figures.predicted(),
        share(figures.precision()),
        share(figures.recall()),
        share(figures.f1()));
  }

  private static String share(double value) {
    return "%.3f".formatted(value);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
