package decompgen.loadtests.language;

import decompgen.loadtests.Template;
import decompgen.loadtests.language.DsgFact.Attribute;
import decompgen.loadtests.language.DsgFact.Count;
import decompgen.loadtests.language.DsgFact.Relation;
import decompgen.loadtests.language.DsgFact.Text;
import decompgen.loadtests.language.DsgFact.Thing;
import java.util.List;
import java.util.Map;

/** A page of what was missed and what was found beside DSG's facts, prompt by prompt. */
final class DsgPage {
  /** A prompt whose facts were not all found, or more than they. */
  public record ShownPrompt(
      String id, String text, List<String> same, List<String> missed, List<String> extra) {
    static ShownPrompt of(DsgMatch match) {
      return new ShownPrompt(
          match.prompt().id(),
          match.prompt().text(),
          match.pairs().stream().map(pair -> words(pair.fact())).toList(),
          match.missed().stream().map(DsgPage::words).toList(),
          match.extra().stream().map(DsgPage::words).toList());
    }
  }

  private DsgPage() {}

  static String html(List<DsgMatch> matches) {
    List<ShownPrompt> prompts =
        matches.stream()
            .filter(match -> !match.missed().isEmpty() || !match.extra().isEmpty())
            .map(ShownPrompt::of)
            .toList();
    return Template.filled("decompose.html", Map.of("prompts", prompts));
  }

  private static String words(DsgFact fact) {
    return fact.kind()
        + ": "
        + switch (fact) {
          case Thing(var head) -> head;
          case Count(var head, int number) -> number + " " + head;
          case Attribute(var head, var words) -> head + " is " + String.join(" ", words);
          case Relation(var subject, var object, var predicate) ->
              subject + ", " + String.join(" ", predicate) + ", " + object;
          case Text(var words) -> words;
        };
  }
}
