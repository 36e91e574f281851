package decompgen.torch.memory;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.util.Arrays;
import java.util.Locale;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Element types of tensors in files and in memory; names as in safetensors. */
public enum Dtype {
  F64(8, ScalarType.Double, "float64"),
  F32(4, ScalarType.Float, "float32"),
  F16(2, ScalarType.Half, "float16"),
  BF16(2, ScalarType.BFloat16, "bfloat16"),
  I64(8, ScalarType.Long, "int64"),
  I32(4, ScalarType.Int, "int32"),
  I16(2, ScalarType.Short, "int16"),
  I8(1, ScalarType.Char, "int8"),
  U8(1, ScalarType.Byte, "uint8"),
  BOOL(1, ScalarType.Bool, "bool");

  private final int bytes;
  private final ScalarType scalarType;
  private final String torchName;

  Dtype(int bytes, ScalarType scalarType, String torchName) {
    this.bytes = bytes;
    this.scalarType = scalarType;
    this.torchName = torchName;
  }

  /**
   * The floating type that a person names: float32, bfloat16, float16, float64, or shorter as fp16.
   *
   * @throws Failure CONFIG_INVALID when it is none
   */
  public static Dtype named(String name) {
    String asked = name.toLowerCase(Locale.ROOT).replace("torch.", "");
    return switch (asked) {
      case "fp32", "float" -> F32;
      case "fp16", "half" -> F16;
      case "bf16" -> BF16;
      default ->
          Arrays.stream(values())
              .filter(dtype -> dtype.floating() && dtype.torchName.equals(asked))
              .findFirst()
              .orElseThrow(
                  () ->
                      new Failure(
                          ErrorCode.CONFIG_INVALID,
                          "dtype: " + name + " is none of float32, bfloat16, float16"));
    };
  }

  /** Bytes of one element. */
  public int bytes() {
    return bytes;
  }

  public ScalarType scalarType() {
    return scalarType;
  }

  /** As PyTorch names it, {@code float32}. */
  public String torchName() {
    return torchName;
  }

  public boolean floating() {
    return this == F64 || this == F32 || this == F16 || this == BF16;
  }
}
