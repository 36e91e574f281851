package decompgen.loadtests.language;

import decompgen.loadtests.language.DsgFact.Attribute;
import decompgen.loadtests.language.DsgFact.Count;
import decompgen.loadtests.language.DsgFact.Relation;
import decompgen.loadtests.language.DsgFact.Text;
import decompgen.loadtests.language.DsgFact.Thing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts from DSG's tuples (Cho et al. 2024), such as {@code attribute - color (cube, purple)}. What
 * claims do not tell of, style, lighting and the like, has none.
 */
final class DsgTuples {
  private static final Pattern TUPLE = Pattern.compile("(.+?) - (.+?) \\((.*)\\)");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "artist",
          "style",
          "resolution",
          "detail",
          "aspect",
          "aspect ratio",
          "lighting",
          "quality",
          "symmetry",
          "id",
          "temporal",
          "gender",
          "location",
          "position",
          "part",
          "width",
          "height",
          "text rendering",
          "count");

  private DsgTuples() {}

  static Optional<DsgFact> fact(String tuple) {
    Matcher parts = TUPLE.matcher(tuple.strip());
    if (!parts.matches()) return Optional.empty();
    List<String> arguments =
        Arrays.stream(parts.group(3).split(",", -1)).map(String::strip).toList();
    String detail = parts.group(2);
    return switch (parts.group(1)) {
      case "entity" -> Optional.of(new Thing(DsgWords.head(arguments.getFirst())));
      case "attribute" -> attribute(detail, arguments);
      case "relation" -> relation(detail, arguments);
      case "other" -> other(detail, arguments);
      default -> Optional.empty();
    };
  }

  private static Optional<DsgFact> attribute(String detail, List<String> arguments) {
    if (LEFT_OUT.contains(detail) || arguments.size() < 2) return Optional.empty();
    return Optional.of(is(arguments.getFirst(), arguments.getLast()));
  }

  /** A deed without an object is an attribute. */
  private static Optional<DsgFact> relation(String detail, List<String> arguments) {
    if (arguments.size() == 2) return Optional.of(is(arguments.getFirst(), arguments.getLast()));
    if (arguments.size() != 3 || !Set.of("spatial", "action").contains(detail))
      return Optional.empty();
    return Optional.of(
        new Relation(
            DsgWords.head(arguments.get(0)),
            DsgWords.head(arguments.get(1)),
            DsgWords.content(arguments.get(2))));
  }

  private static Optional<DsgFact> other(String detail, List<String> arguments) {
    if (detail.equals("text rendering"))
      return Optional.of(new Text(DsgWords.plain(arguments.getLast())));
    if (!detail.equals("count") || arguments.size() != 2) return Optional.empty();
    OptionalInt number = DsgWords.number(arguments.getLast().replace("=", ""));
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(new Count(DsgWords.head(arguments.getFirst()), number.getAsInt()));
  }

  private static DsgFact is(String noun, String value) {
    return new Attribute(DsgWords.head(noun), DsgWords.content(value));
  }
}
