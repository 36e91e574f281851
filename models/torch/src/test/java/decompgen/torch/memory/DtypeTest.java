package decompgen.torch.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DtypeTest {
  @ParameterizedTest
  @CsvSource({"float32, F32", "FP16, F16", "torch.bfloat16, BF16", "float64, F64"})
  void named_floatingTypes_asPeopleWriteThem(String name, Dtype expected) {
    assertThat(Dtype.named(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"int8", "int64", "bool", "fp8"})
  void named_whatPoliciesDoNotComputeIn_isRefused(String name) {
    assertThatThrownBy(() -> Dtype.named(name))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.CONFIG_INVALID))
        .hasMessage("dtype: " + name + " is none of float32, bfloat16, float16");
  }
}
