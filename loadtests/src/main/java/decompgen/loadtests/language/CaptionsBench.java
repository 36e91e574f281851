package decompgen.loadtests.language;

import decompgen.domain.claim.Decomposer;
import decompgen.loadtests.JsonLines;
import decompgen.loadtests.Table;
import decompgen.server.assembly.Assembly;
import decompgen.server.cli.LoadingBar;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench captions}: COCO's classes in models' captions, by claims and by CHAIR. */
@Command(
    name = "captions",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the COCO classes that the claims of captions name with those that CHAIR (Rohrbach et al. 2018) finds in them, and prints recall and precision, how many claims stand where their spans say, and what a sentence takes. The nouns of all claims count, also of those that deny; CHAIR's synonyms say which classes they name.",
      "",
      "Each FILE holds captions, one a line, also as .gz (POPE's caption files are such):",
      "  {\"image_id\": 40468, \"caption\": \"A man riding a surfboard.\"}",
      "The folder of --words holds CHAIR's words in two files:",
      "  synonyms.json      {\"inverse_synonym_dict\": {\"puppy\": \"dog\", …}, \"double_word_dict\": {\"hot dog\": \"hot dog\", …}}",
      "  plural_table.json  {\"puppies\": \"puppy\", …}",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./decompgen bench captions --words coco llava.jsonl.gz",
      "  ./decompgen bench captions --words coco pope/*.jsonl.gz"
    })
public final class CaptionsBench implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  private static final int MOST = 12;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Captions.")
  private List<Path> files = List.of();

  @Option(
      names = "--words",
      required = true,
      paramLabel = "FOLDER",
      description = "CHAIR's synonyms.json and plural_table.json.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() {
    ChairWords words = ChairWords.read(folder);
    Decomposer decomposer = Assembly.decomposer();
    Table table = new Table("captions of", "n", "CHAIR", "ours", "recall", "precision");
    List<Caption> all = new ArrayList<>();
    for (Path file : files) {
      List<Caption> captions = captions(file, decomposer, words);
      row(table, file.getFileName().toString(), captions);
      all.addAll(captions);
    }
    if (files.size() > 1) row(table, "all", all);
    out().println(table);
    out().println("missed: " + mostOften(all, Caption::missed));
    out().println("not CHAIR's: " + mostOften(all, Caption::extra));
    int claims = sum(all, Caption::claims);
    int placed = sum(all, Caption::placed);
    out().printf("spans: %d of %d claims stand where they say%n", placed, claims);
    out().println(Pace.of(decomposer, all.stream().map(Caption::text).toList()));
    return placed == claims ? 0 : 1;
  }

  private static List<Caption> captions(Path file, Decomposer decomposer, ChairWords words) {
    List<String> texts = JsonLines.read(file, row -> row.required("caption").asText());
    List<Caption> captions = new ArrayList<>();
    for (String text : LoadingBar.over(file.getFileName().toString(), texts))
      captions.add(Caption.of(text, decomposer, words));
    return captions;
  }

  private static void row(Table table, String name, List<Caption> captions) {
    int chair = sum(captions, caption -> caption.chair().size());
    int ours = sum(captions, caption -> caption.ours().size());
    int missed = sum(captions, caption -> caption.missed().size());
    int extra = sum(captions, caption -> caption.extra().size());
    table.row(
        name,
        captions.size(),
        chair,
        ours,
        share(chair - missed, chair),
        share(ours - extra, ours));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "-" : "%.3f".formatted((double) part / whole);
  }

  private static int sum(List<Caption> captions, ToIntFunction<Caption> number) {
    return captions.stream().mapToInt(number).sum();
  }

  /** The classes that occur most often in these sets, with their numbers. */
  private static String mostOften(List<Caption> captions, Function<Caption, Set<String>> which) {
    Map<String, Long> times =
        captions.stream()
            .map(which)
            .flatMap(Collection::stream)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return times.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
