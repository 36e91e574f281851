package decompgen.onnx.expert;

import decompgen.onnx.engine.NdArray;
import decompgen.onnx.engine.NdArray.Bytes;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import decompgen.onnx.repository.Preprocessing;
import decompgen.onnx.repository.Preprocessing.Channels;
import decompgen.onnx.repository.TensorSpec;
import decompgen.onnx.repository.TensorSpec.Layout;
import java.util.List;

/** A resized picture in the order and on the scale that a model wants. */
final class PictureTensor {
  private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
  private static final List<Double> ONE_255TH = List.of(1 / 255.0, 1 / 255.0, 1 / 255.0);

  private PictureTensor() {}

  /**
   * @param rgb rows of red, green, blue, of the tensor's width and height
   */
  static NdArray of(byte[] rgb, TensorSpec spec, Preprocessing preprocessing) {
    boolean planes = spec.layout() == Layout.NCHW;
    int height = spec.heightPixels();
    int width = spec.widthPixels();
    Shape shape = planes ? Shape.of(1, 3, height, width) : Shape.of(1, height, width, 3);
    return switch (spec.type()) {
      case UINT8 -> new Bytes(shape, ordered(rgb, planes, preprocessing));
      case FLOAT32 ->
          new Floats(shape, scaled(ordered(rgb, planes, preprocessing), planes, preprocessing));
      case INT64 -> throw new IllegalArgumentException(spec.name() + ": int64 holds no pictures");
    };
  }

  private static byte[] ordered(byte[] rgb, boolean planes, Preprocessing preprocessing) {
    boolean reversed = preprocessing.channels() == Channels.BGR;
    if (!planes && !reversed) return rgb;
    byte[] out = new byte[rgb.length];
    int pixels = rgb.length / 3;
    for (int channel = 0; channel < 3; channel++) {
      int from = reversed ? 2 - channel : channel;
      for (int i = 0; i < pixels; i++)
        out[planes ? channel * pixels + i : 3 * i + channel] = rgb[3 * i + from];
    }
    return out;
  }

  /** (x / 255 − mean) / std by channel; x itself where the model brings its own scale. */
  private static float[] scaled(byte[] values, boolean planes, Preprocessing preprocessing) {
    List<Double> mean = preprocessing.mean() == null ? ZERO : preprocessing.mean();
    List<Double> std = preprocessing.std() == null ? ONE_255TH : preprocessing.std();
    float[] out = new float[values.length];
    int pixels = values.length / 3;
    for (int i = 0; i < values.length; i++) {
      int channel = planes ? i / pixels : i % 3;
      out[i] = (float) (((values[i] & 255) / 255.0 - mean.get(channel)) / std.get(channel));
    }
    return out;
  }
}
