package decompgen.onnx.repository;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a model.yaml.
 *
 * @param labels name of a file beside model.yaml, line number = class id from 0; absent when the
 *     model has no closed list of classes
 * @param stuff what has no shape of its own ("sky") and is scored by a classifier's output of that
 *     name, in its order; absent, so none, for most models
 */
public record ModelDescription(
    ModelKind kind,
    Weights weights,
    List<TensorSpec> inputs,
    List<TensorSpec> outputs,
    Preprocessing preprocessing,
    @Nullable String labels,
    List<String> stuff,
    Provenance provenance) {
  public ModelDescription {
    requireNonNull(kind, "kind is missing");
    requireNonNull(weights, "weights is missing");
    inputs = List.copyOf(requireNonNull(inputs, "inputs is missing"));
    outputs = List.copyOf(requireNonNull(outputs, "outputs is missing"));
    stuff = stuff == null ? List.of() : List.copyOf(stuff);
    requireNonNull(preprocessing, "preprocessing is missing");
    requireNonNull(provenance, "provenance is missing");
    if (inputs.isEmpty()) throw new IllegalArgumentException("inputs: none");
    if (outputs.isEmpty()) throw new IllegalArgumentException("outputs: none");
    boolean closed = kind == ModelKind.DETECTOR || kind == ModelKind.CLASSIFIER;
    if (closed && labels == null) throw new IllegalArgumentException("labels is missing");
  }

  /** The tensor that takes the picture. */
  public TensorSpec image() {
    return inputs.getFirst();
  }
}
