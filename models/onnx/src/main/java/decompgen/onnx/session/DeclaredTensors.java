package decompgen.onnx.session;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.onnx.repository.Model;
import decompgen.onnx.repository.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The comparison of a description's tensors with those the model really has. */
final class DeclaredTensors {
  private DeclaredTensors() {}

  /**
   * @throws Failure MODEL_UNREADABLE naming the first tensor that differs
   */
  static void require(Model model, OrtSession session) throws OrtException {
    require(model, "inputs", model.description().inputs(), session.getInputInfo());
    require(model, "outputs", model.description().outputs(), session.getOutputInfo());
  }

  private static void require(
      Model model, String key, List<TensorSpec> declared, Map<String, NodeInfo> real) {
    for (TensorSpec spec : declared) {
      NodeInfo node = real.get(spec.name());
      if (node == null || !(node.getInfo() instanceof TensorInfo info))
        throw differs(model, key, spec, "the model has " + real.keySet());
      if (info.type != javaType(spec.type())) throw differs(model, key, spec, "it is " + info.type);
      if (!fits(spec.shape(), info.getShape()))
        throw differs(model, key, spec, "its shape is " + Arrays.toString(info.getShape()));
    }
    if (declared.size() != real.size() && key.equals("inputs"))
      throw new Failure(
          ErrorCode.MODEL_UNREADABLE,
          model.id() + ": inputs: the model has " + real.keySet() + ", describe every one");
  }

  private static OnnxJavaType javaType(TensorSpec.Type type) {
    return switch (type) {
      case UINT8 -> OnnxJavaType.UINT8;
      case FLOAT32 -> OnnxJavaType.FLOAT;
      case INT64 -> OnnxJavaType.INT64;
    };
  }

  /** A size that varies in the model may be fixed by the description, never the other way round. */
  private static boolean fits(List<Integer> declared, long[] real) {
    if (declared.size() != real.length) return false;
    for (int i = 0; i < real.length; i++)
      if (real[i] != -1 && declared.get(i) != real[i]) return false;
    return true;
  }

  private static Failure differs(Model model, String key, TensorSpec spec, String what) {
    return new Failure(
        ErrorCode.MODEL_UNREADABLE,
        "%s: %s: %s %s%s is not in the model: %s"
            .formatted(model.id(), key, spec.name(), spec.type(), spec.shape(), what));
  }
}
