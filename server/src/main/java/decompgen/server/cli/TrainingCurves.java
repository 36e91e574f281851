package decompgen.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves of a training as a picture: loss, rewards, accuracy over the steps. */
final class TrainingCurves {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TrainingCurves() {}

  /** Draws {@code metrics.jsonl} of a training's folder to {@code curves.png}. */
  static void write(Path folder) {
    try {
      List<JsonNode> steps = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve("metrics.jsonl")))
        steps.add(JSON.readTree(line));
      if (steps.isEmpty()) return;
      List<XYChart> charts =
          List.of(
              chart("loss", steps, "loss"),
              chart("rewards", steps, "rewards/chosen", "rewards/rejected", "rewards/margins"),
              chart("accuracy", steps, "rewards/accuracies"));
      Path file = folder.resolve("curves.png");
      BitmapEncoder.saveBitmap(charts, 1, 3, file.toString(), BitmapEncoder.BitmapFormat.PNG);
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.INTERNAL, "the curves could not be drawn: " + failed.getMessage(), failed);
    }
  }

  private static XYChart chart(String title, List<JsonNode> steps, String... names) {
    XYChart chart =
        new XYChartBuilder().width(420).height(320).title(title).xAxisTitle("step").build();
    chart
        .getStyler()
        .setLegendPosition(Styler.LegendPosition.InsideNW)
        .setLegendVisible(names.length > 1)
        .setChartBackgroundColor(Color.WHITE);
    List<Integer> numbers = steps.stream().map(step -> step.path("step").asInt()).toList();
    for (String name : names)
      chart
          .addSeries(name, numbers, steps.stream().map(step -> step.path(name).asDouble()).toList())
          .setMarker(SeriesMarkers.NONE);
    return chart;
  }
}
