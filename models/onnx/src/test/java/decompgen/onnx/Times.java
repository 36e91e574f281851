package decompgen.onnx;

import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.onnx.engine.EngineSettings;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray.Bytes;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import decompgen.onnx.expert.Classifier;
import decompgen.onnx.expert.Detector;
import decompgen.onnx.expert.Tiling;
import decompgen.onnx.image.ImageDecoder;
import decompgen.onnx.image.ImageLimits;
import decompgen.onnx.image.Interpolation;
import decompgen.onnx.image.Samples;
import decompgen.onnx.session.OnnxSession;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/** Prints what loading, decoding, resizing and looking cost here, for DECISIONS.md; run by hand. */
public final class Times {
  private Times() {}

  static void main() throws IOException {
    long start = System.nanoTime();
    Detector detector =
        Detector.open(
            ShippedModels.model("efficientdet-lite2/1"), EngineSettings.cpu(2), Tiling.NONE);
    print("load detector, with the runtime", since(start));
    start = System.nanoTime();
    Classifier classifier =
        Classifier.open(ShippedModels.model("efficientnet-lite4/3"), EngineSettings.cpu(2), 5);
    print("load classifier", since(start));
    for (String id : List.of("pp-ocrv4-det/1", "pp-ocrv4-rec/1", "pp-ocrv4-cls/1")) {
      start = System.nanoTime();
      ShippedModels.open(id).close();
      print("load " + id, since(start));
    }
    byte[] png = Samples.photo("coffee");
    byte[] jpeg = jpeg(png);
    ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    Picture coffee = decoder.decode(png);
    first("decode JPEG 600x400", () -> decoder.decode(jpeg));
    first("decode PNG 600x400", () -> decoder.decode(png));
    Crop whole = Crop.whole(coffee);
    first("resize to 448, plain", () -> Interpolation.BILINEAR.resize(coffee, whole, 448, 448));
    first(
        "resize to 300, antialiased",
        () -> Interpolation.BILINEAR_ANTIALIASED.resize(coffee, whole, 300, 300));
    try (OnnxSession bare = ShippedModels.open("efficientdet-lite2/1")) {
      byte[] input = Interpolation.BILINEAR.resize(coffee, whole, 448, 448);
      NamedArrays inputs = NamedArrays.of("image", new Bytes(Shape.of(1, 448, 448, 3), input));
      Runnable alone = () -> bare.run(inputs, new Cancellation());
      for (int round = 0; round < 3; round++) { // in turns, since the machine's mood changes
        first("detector, bare run", alone);
        first("detector, with resizing and evidence", () -> ask(detector, coffee));
      }
    }
    first("classifier", () -> ask(classifier, coffee));
    cancelled();
  }

  /**
   * How long a run of the text detector on 4 megapixels lasts, and how soon a cancelled one ends.
   */
  private static void cancelled() {
    float[] pixels = new float[3 * 2048 * 2048];
    NamedArrays large = NamedArrays.of("x", new Floats(Shape.of(1, 3, 2048, 2048), pixels));
    try (OnnxSession session = ShippedModels.open("pp-ocrv4-det/1")) {
      long start = System.nanoTime();
      session.run(large, new Cancellation());
      print("long run", since(start));
      double[] ended = new double[9];
      for (int i = 0; i < ended.length; i++) {
        Cancellation cancellation = new Cancellation();
        long[] told = new long[1];
        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
            .execute(
                () -> {
                  told[0] = System.nanoTime();
                  cancellation.cancel();
                });
        try {
          session.run(large, cancellation);
        } catch (Failure expected) {
          ended[i] = since(told[0]);
        }
      }
      Arrays.sort(ended);
      print("cancelled run, median of 9", ended[4]);
      print("cancelled run, slowest of 9", ended[8]);
    }
  }

  private static byte[] jpeg(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  private static void ask(Expert expert, Picture picture) {
    expert.answer(List.of(new Inquiry(picture, new Question.Whole())), new Cancellation());
  }

  /** The first call, the fifth, and the median of the 100 after 50. */
  private static void first(String what, Runnable call) {
    double[] millis = new double[150];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      call.run();
      millis[i] = since(start);
    }
    double[] warm = Arrays.copyOfRange(millis, 50, millis.length);
    Arrays.sort(warm);
    print(what + ": first", millis[0]);
    print(what + ": fifth", millis[4]);
    print(what + ": warm median", warm[warm.length / 2]);
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, double millis) {
    System.out.printf("%-50s %8.1f ms%n", what, millis);
  }
}
