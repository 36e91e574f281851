package decompgen.onnx.session;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import decompgen.onnx.engine.NdArray;
import decompgen.onnx.engine.NdArray.Bytes;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.NdArray.Longs;
import decompgen.onnx.engine.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** Values copied out of a native tensor. */
final class TensorValues {
  private TensorValues() {}

  /**
   * @throws IllegalArgumentException for a type other than float32, int64 and uint8
   */
  static NdArray copy(OnnxTensor tensor) {
    TensorInfo info = (TensorInfo) tensor.getInfo();
    Shape shape = Shape.of(Arrays.stream(info.getShape()).mapToInt(Math::toIntExact).toArray());
    boolean empty = shape.elements() == 0; // then there is no buffer to ask for
    return switch (info.type) {
      case FLOAT -> new Floats(shape, empty ? new float[0] : floats(tensor.getFloatBuffer()));
      case INT64 -> new Longs(shape, empty ? new long[0] : longs(tensor.getLongBuffer()));
      case UINT8 -> new Bytes(shape, empty ? new byte[0] : bytes(tensor.getByteBuffer()));
      case DOUBLE, INT8, INT16, INT32, BOOL, STRING, FLOAT16, BFLOAT16, UNKNOWN ->
          throw new IllegalArgumentException("outputs of type " + info.type + " are not supported");
    };
  }

  private static float[] floats(FloatBuffer buffer) {
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static long[] longs(LongBuffer buffer) {
    long[] values = new long[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] values = new byte[buffer.remaining()];
    buffer.get(values);
    return values;
  }
}
