package decompgen.loadtests.claims;

import decompgen.domain.benchmark.Outcome;
import decompgen.loadtests.OutFolder;
import decompgen.loadtests.Template;
import decompgen.server.config.ExpertsConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench claims}: labelled sentences about photos, judged and counted. */
@Command(
    name = "claims",
    mixinStandardHelpOptions = true,
    description = {
      "Judges labelled sentences about photos by the experts and rules of experts.yaml, and prints what the verdicts are worth.",
      "A sentence is false when one of its claims is contradicted, true when one is supported and none is contradicted, else undecided. It is about the aspect of the claim that decides it (the least likely one), or of its last claim when undecided. Coverage is the share of decided sentences; the other figures are of those. In brackets: 95 %% of 1,000 bootstrap resamples of the photos.",
      "",
      "DIR holds images and claims.jsonl, one sentence a line, 1 for true and 0 for false:",
      "  {\"image\": \"images/beach.jpg\", \"sentence\": \"Two dogs run.\", \"label\": 1}",
      "  {\"image\": \"images/beach.jpg\", \"sentence\": \"A red ball.\", \"label\": 0}",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench claims photos",
      "  ./decompgen bench claims photos --photos odd",
      "  ./decompgen bench claims photos more-photos",
      "  ./decompgen bench claims photos --set thresholds.presence.standard.present=.5",
      "  ./decompgen bench claims photos --set rules=dgpref --out /tmp/dgpref"
    })
public final class ClaimsBench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ExpertsOptions options = new ExpertsOptions();

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Folders of claims.jsonl and its images; of several, one table of all.")
  private List<Path> folders = List.of();

  @Option(
      names = "--photos",
      paramLabel = "PART",
      description =
          "${COMPLETION-CANDIDATES}: which photos, by their place in the order of their names (default: all). Numbers are fitted on even ones and checked on odd ones.")
  private PhotoSplit photos = PhotoSplit.all;

  @Mixin private OutFolder pages = new OutFolder();

  @Override
  public Integer call() {
    ExpertsConfig config = options.config(Map.of());
    ExpertsConfig peer = options.config(Map.of("rules", "dgpref"));
    ClaimsFolder claims = ClaimsFolder.of(folders, photos);
    if (claims.sentences().isEmpty())
      throw new ParameterException(spec.commandLine(), "There is only one photo, and it is even.");
    try (Jury jury = new Jury(config)) {
      List<Outcome> outcomes = jury.judge(claims, config);
      ClaimsTable table = new ClaimsTable("all, rules " + config.rules(), outcomes);
      if (!config.rules().equals(peer.rules()))
        table.row("all, rules dgpref, same experts", jury.judge(claims, peer));
      out().println(jury.fingerprint(config) + "\n\n" + table);
      String diagram = ReliabilityDiagram.svg(outcomes, source(config));
      ClaimsPage page = new ClaimsPage(name -> jury.picture(claims, name), table, diagram);
      write("wrong and undecided", "errors.html", page.html(outcomes, jury.fingerprint(config)));
      write("scores and truth", "reliability.svg", diagram);
    }
    return 0;
  }

  /** What was judged, in one line of the diagram. */
  private String source(ExpertsConfig config) {
    String names =
        folders.stream()
            .map(folder -> folder.toAbsolutePath().normalize().getFileName().toString())
            .collect(Collectors.joining(" and "));
    return "%s photos of %s, rules %s".formatted(photos, names, config.rules());
  }

  private void write(String what, String file, String text) {
    out().println(what + ": " + Template.write(pages.path(), file, text));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
