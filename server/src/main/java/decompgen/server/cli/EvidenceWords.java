package decompgen.server.cli;

import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Evidence in a few words for people: {@code cup .93 in the middle}. */
public final class EvidenceWords {
  private static final int MOST = 3;

  private EvidenceWords() {}

  public static String of(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Boxes(var boxes, _) ->
          boxes.isEmpty()
              ? "nothing found"
              : listed(boxes.stream().map(EvidenceWords::of), boxes.size());
      case Evidence.Labels(_, var labels) ->
          listed(
              labels.stream().map(label -> label.label() + " " + score(label.score())),
              labels.size());
      case Evidence.Lines(var lines, var unread) when lines.isEmpty() ->
          unread.isEmpty() ? "nothing to read" : "nothing legible";
      case Evidence.Lines(var lines, _) -> "reads " + listed(quoted(lines), lines.size());
      case Evidence.Colours(_, var shares) -> listed(colours(shares), shares.size());
      case Evidence.None() -> "";
    };
  }

  /** A score without its leading zero: {@code .91}, {@code 1.0}. */
  public static String score(double score) {
    String text = String.format(Locale.ROOT, "%.2f", score);
    return text.startsWith("0") ? text.substring(1) : "1.0";
  }

  private static String of(Detection detection) {
    return detection.label() + " " + score(detection.score()) + " " + place(detection.box());
  }

  private static Stream<String> quoted(List<Evidence.Line> lines) {
    return lines.stream().map(line -> "“" + line.text() + "”");
  }

  private static Stream<String> colours(Map<String, Double> shares) {
    return shares.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(share -> share.getKey() + " " + Math.round(share.getValue() * 100) + " %");
  }

  private static String listed(Stream<String> all, int size) {
    String first = all.limit(MOST).collect(Collectors.joining(", "));
    return size > MOST ? first + " and " + (size - MOST) + " more" : first;
  }

  private static String place(Box box) {
    String across = third(box.centreX(), "left", "", "right");
    String down = third(box.centreY(), "top", "", "bottom");
    String both = (down + " " + across).strip();
    return both.isEmpty() ? "in the middle" : both;
  }

  private static String third(double centre, String first, String second, String last) {
    if (centre < 1 / 3.0) return first;
    return centre > 2 / 3.0 ? last : second;
  }
}
