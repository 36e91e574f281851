package decompgen.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.error.ErrorCode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTest {
  @Test
  void of_failure_isItself() {
    Failure failure = new Failure(ErrorCode.OVERLOADED, "Try again in a second.");
    assertThat(Failure.of(failure)).isSameAs(failure);
    assertThat(failure.code()).isEqualTo(ErrorCode.OVERLOADED);
    assertThat(failure.detail()).isEqualTo("Try again in a second.");
  }

  @Test
  void of_anythingElse_isInternalAndKeepsTheCause() {
    RuntimeException cause = new IllegalStateException("broken");
    Failure failure = Failure.of(cause);
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(failure.code().kind()).isEqualTo(Kind.INTERNAL);
    assertThat(failure).hasCause(cause).hasMessageContaining("broken");
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void title_everyCode_oneSentenceWithoutAStop(ErrorCode code) {
    assertThat(code.title()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
  }
}
