package decompgen.verticles.event;

import static decompgen.verticles.event.Nodes.box;
import static decompgen.verticles.event.Nodes.rounded;
import static decompgen.verticles.event.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.evidence.Evidence.Line;
import decompgen.domain.evidence.Evidence.Lines;
import decompgen.domain.evidence.Evidence.None;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Evidence as JSON, told apart by its members. Class scores stay behind: evidence that was read has
 * none.
 */
final class EvidenceJson {
  private EvidenceJson() {}

  static ObjectNode write(Evidence evidence) {
    ObjectNode json = Nodes.object();
    switch (evidence) {
      case Boxes(var boxes, _) -> json.set("boxes", Nodes.array(boxes, EvidenceJson::detection));
      case Labels(var region, var labels) -> {
        json.set("region", box(region));
        json.set("labels", Nodes.array(labels, EvidenceJson::label));
      }
      case Lines(var lines, var unread) -> {
        json.set("lines", Nodes.array(lines, EvidenceJson::line));
        if (!unread.isEmpty()) json.set("unread", Nodes.array(unread, Nodes::box));
      }
      case Colours(var region, var shares) -> {
        json.set("region", box(region));
        json.set("colours", colours(shares));
      }
      case None _ -> {}
    }
    return json;
  }

  private static ObjectNode detection(Detection detection) {
    ObjectNode json = scored("label", detection.label(), detection.score());
    json.set("box", box(detection.box()));
    return json;
  }

  private static ObjectNode label(Label label) {
    return scored("label", label.label(), label.score());
  }

  private static ObjectNode line(Line line) {
    ObjectNode json = scored("text", line.text(), line.score());
    json.set("box", box(line.box()));
    return json;
  }

  private static ObjectNode scored(String member, String what, double score) {
    return Nodes.object().put(member, what).put("score", rounded(score));
  }

  /** Largest share first. */
  private static ObjectNode colours(Map<String, Double> shares) {
    ObjectNode json = Nodes.object();
    shares.entrySet().stream()
        .sorted(
            Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(share -> json.put(share.getKey(), rounded(share.getValue())));
    return json;
  }

  static Evidence read(JsonNode json) {
    if (json.has("boxes"))
      return new Boxes(
          Nodes.list(
              json.required("boxes"),
              found ->
                  new Detection(text(found, "label"), score(found), box(found.required("box")))),
          Map.of());
    if (json.has("labels"))
      return new Labels(
          box(json.required("region")),
          Nodes.list(
              json.required("labels"), label -> new Label(text(label, "label"), score(label))));
    if (json.has("lines"))
      return new Lines(
          Nodes.list(
              json.required("lines"),
              line -> new Line(text(line, "text"), score(line), box(line.required("box")))),
          Nodes.list(json.path("unread"), Nodes::box));
    if (json.has("colours"))
      return new Colours(
          box(json.required("region")),
          json.required("colours")
              .propertyStream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, share -> share.getValue().doubleValue())));
    return new None();
  }

  private static double score(JsonNode json) {
    return json.required("score").doubleValue();
  }
}
