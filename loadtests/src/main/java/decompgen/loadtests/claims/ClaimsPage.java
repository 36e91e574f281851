package decompgen.loadtests.claims;

import decompgen.domain.benchmark.Outcome;
import decompgen.domain.picture.Picture;
import decompgen.loadtests.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A self-contained page of the sentences judged wrongly and of those left undecided. */
final class ClaimsPage {
  private final Map<String, ShownPhoto> photos = new LinkedHashMap<>();
  private final Function<String, Picture> pictures;
  private final ClaimsTable table;
  private final String diagram;

  /**
   * A page with these figures.
   *
   * @param pictures photos by name; each is opened once
   * @param diagram SVG
   */
  ClaimsPage(Function<String, Picture> pictures, ClaimsTable table, String diagram) {
    this.pictures = pictures;
    this.table = table;
    this.diagram = diagram;
  }

  /** The page as HTML; the fingerprint says who judged. */
  String html(List<Outcome> outcomes, String fingerprint) {
    List<ShownSentence> wrong =
        shown(outcomes.stream().filter(o -> o.verdict().decided() && !o.right()).toList());
    List<ShownSentence> open =
        shown(outcomes.stream().filter(o -> !o.verdict().decided()).toList());
    return Template.filled(
        "claims.html",
        Map.of(
            "fingerprint", fingerprint,
            "rows", table.rows(),
            "diagram", diagram,
            "photos", photos.values(),
            "wrong", wrong,
            "open", open));
  }

  private List<ShownSentence> shown(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> ShownSentence.of(outcome, photo(outcome.sentence().photo())))
        .toList();
  }

  private ShownPhoto photo(String name) {
    return photos.computeIfAbsent(
        name, _ -> ShownPhoto.of("photo-" + photos.size(), name, pictures.apply(name)));
  }
}
