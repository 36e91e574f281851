package decompgen.torch.image;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.picture.Resampling;
import decompgen.torch.checkpoint.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The words of preprocessor_config.json, old and new; what is absent is CLIP's default. */
record ProcessorConfig(JsonFile file) {
  private static final Set<String> TYPES =
      Set.of("CLIPImageProcessor", "CLIPFeatureExtractor", "LlavaImageProcessor");

  static ImageProcessor read(Path folder) {
    Path alone = folder.resolve("preprocessor_config.json");
    Path combined = folder.resolve("processor_config.json");
    if (Files.exists(alone) || !Files.exists(combined))
      return new ProcessorConfig(JsonFile.read(alone)).processor();
    JsonFile file = JsonFile.read(combined);
    if (!file.has("image_processor"))
      throw file.refuse(
          "image_processor",
          "is missing, and so is " + alone + ": copy the checkpoint's folder whole.");
    return new ProcessorConfig(file.part("image_processor")).processor();
  }

  private ImageProcessor processor() {
    String type =
        file.text(
            "image_processor_type", file.text("feature_extractor_type", "CLIPImageProcessor"));
    if (!TYPES.contains(type.replaceFirst("(Fast|Pil)$", "")))
      throw file.refuse(
          "image_processor_type", "is " + type + "; only CLIP's and LLaVA's are known.");
    return new ImageProcessor(
        file.flag("do_pad", false),
        file.flag("do_resize", true) ? resize() : null,
        resampling(),
        file.flag("do_center_crop", true) ? crop() : null,
        levels());
  }

  private TargetSize resize() {
    JsonNode size = file.json().path("size");
    if (size.isMissingNode()) return new TargetSize.ShortestEdge(224);
    if (!size.isObject()) return new TargetSize.ShortestEdge(file.positive("size", 224));
    JsonFile sides = file.part("size");
    if (sides.has("height") && sides.has("width")) return exact(sides);
    if (sides.has("shortest_edge") && !sides.has("longest_edge"))
      return new TargetSize.ShortestEdge(sides.positive("shortest_edge", 224));
    throw file.refuse("size", "is " + size + ": neither {shortest_edge} nor {height, width}.");
  }

  private TargetSize.Exact crop() {
    JsonNode size = file.json().path("crop_size");
    if (size.isObject()) return exact(file.part("crop_size"));
    int side = file.positive("crop_size", 224);
    return new TargetSize.Exact(side, side);
  }

  private static TargetSize.Exact exact(JsonFile sides) {
    return new TargetSize.Exact(sides.positive("height", 224), sides.positive("width", 224));
  }

  /** Pillow's numbers. */
  private Resampling resampling() {
    int number = file.positive("resample", 3);
    if (number == 3) return Resampling.BICUBIC;
    if (number == 2) return Resampling.BILINEAR;
    throw file.refuse("resample", "is " + number + ", neither 2 (bilinear) nor 3 (bicubic).");
  }

  private Levels levels() {
    double factor = file.flag("do_rescale", true) ? file.number("rescale_factor", 1 / 255.0) : 1;
    return file.flag("do_normalize", true)
        ? new Levels(
            factor,
            colours("image_mean", Levels.CLIP.mean()),
            colours("image_std", Levels.CLIP.deviation()))
        : new Levels(factor, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
  }

  private List<Double> colours(String key, List<Double> otherwise) {
    if (!file.has(key)) return otherwise;
    JsonNode values = file.json().get(key);
    if (values.size() != 3 || !IntStream.range(0, 3).allMatch(i -> values.get(i).isNumber()))
      throw file.refuse(key, "is " + values + ", not three numbers.");
    return IntStream.range(0, 3).mapToObj(i -> values.get(i).doubleValue()).toList();
  }
}
