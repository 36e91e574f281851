package decompgen.onnx.session;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import decompgen.onnx.engine.NamedArrays;
import decompgen.onnx.engine.NdArray;
import decompgen.onnx.engine.NdArray.Bytes;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.NdArray.Longs;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The native inputs of one run; their memory is the arena's, so the arena must outlive them. */
record TensorMap(Map<String, OnnxTensor> byName) implements AutoCloseable {

  static TensorMap of(OrtEnvironment environment, NamedArrays arrays, Arena arena)
      throws OrtException {
    TensorMap tensors = new TensorMap(new HashMap<>());
    try {
      for (Map.Entry<String, NdArray> array : arrays.byName().entrySet())
        tensors.byName.put(array.getKey(), tensor(environment, array.getValue(), arena));
      return tensors;
    } catch (OrtException | RuntimeException failed) {
      tensors.close();
      throw failed;
    }
  }

  private static OnnxTensor tensor(OrtEnvironment environment, NdArray array, Arena arena)
      throws OrtException {
    long[] shape = array.shape().sizes().stream().mapToLong(Integer::longValue).toArray();
    return switch (array) {
      case Bytes(_, byte[] values) ->
          OnnxTensor.createTensor(
              environment,
              direct(arena.allocateFrom(ValueLayout.JAVA_BYTE, values)),
              shape,
              OnnxJavaType.UINT8);
      case Floats(_, float[] values) ->
          OnnxTensor.createTensor(
              environment,
              direct(arena.allocateFrom(ValueLayout.JAVA_FLOAT, values)).asFloatBuffer(),
              shape);
      case Longs(_, long[] values) ->
          OnnxTensor.createTensor(
              environment,
              direct(arena.allocateFrom(ValueLayout.JAVA_LONG, values)).asLongBuffer(),
              shape);
    };
  }

  private static ByteBuffer direct(MemorySegment segment) {
    return segment.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    byName.values().forEach(OnnxTensor::close);
  }
}
