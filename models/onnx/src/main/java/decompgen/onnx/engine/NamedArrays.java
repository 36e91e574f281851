package decompgen.onnx.engine;

import decompgen.onnx.engine.NdArray.Bytes;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.NdArray.Longs;
import java.util.Map;
import java.util.TreeMap;

/** The inputs or the outputs of one run, by tensor name. */
public record NamedArrays(Map<String, NdArray> byName) {
  public NamedArrays {
    byName = Map.copyOf(byName);
  }

  public static NamedArrays of(String name, NdArray array) {
    return new NamedArrays(Map.of(name, array));
  }

  public Floats floats(String name) {
    if (named(name) instanceof Floats floats) return floats;
    throw new IllegalArgumentException(name + " is no float32: " + this);
  }

  public Longs longs(String name) {
    if (named(name) instanceof Longs longs) return longs;
    throw new IllegalArgumentException(name + " is no int64: " + this);
  }

  public Bytes bytes(String name) {
    if (named(name) instanceof Bytes bytes) return bytes;
    throw new IllegalArgumentException(name + " is no uint8: " + this);
  }

  private NdArray named(String name) {
    NdArray array = byName.get(name);
    if (array == null) throw new IllegalArgumentException(name + " is not among " + this);
    return array;
  }

  /** Names, types and shapes without the values. */
  @Override
  public String toString() {
    return new TreeMap<>(byName).toString();
  }
}
