package decompgen.domain.expert;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.expert.Cancellation.Registration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();
  private final List<String> heard = new ArrayList<>();
  private final List<Throwable> reported = new ArrayList<>();

  @Test
  void cancel_listeners_eachHearOnce() {
    cancellation.onCancel(() -> heard.add("a"));
    cancellation.onCancel(() -> heard.add("b"));
    assertThat(cancellation.cancelled()).isFalse();
    cancellation.cancel();
    cancellation.cancel();
    assertThat(cancellation.cancelled()).isTrue();
    assertThat(heard).containsExactly("a", "b");
  }

  @Test
  void onCancel_afterwards_hearsAtOnce() {
    cancellation.cancel();
    cancellation.onCancel(() -> heard.add("late")).close();
    assertThat(heard).containsExactly("late");
  }

  @Test
  void close_registration_hearsNothing() {
    Registration registration = cancellation.onCancel(() -> heard.add("a"));
    cancellation.onCancel(() -> heard.add("b"));
    registration.close();
    registration.close();
    cancellation.cancel();
    assertThat(heard).containsExactly("b");
  }

  @Test
  void cancel_listenerCancels_noneHearsTwice() {
    cancellation.onCancel(
        () -> {
          heard.add("a");
          cancellation.cancel();
        });
    cancellation.cancel();
    assertThat(heard).containsExactly("a");
  }

  @Test
  void cancel_listenersThatThrow_theOthersHearAndEachIsReported() throws InterruptedException {
    cancellation.onCancel(() -> heard.add("a"));
    cancellation.onCancel(
        () -> {
          throw new IllegalStateException("first");
        });
    cancellation.onCancel(() -> heard.add("b"));
    cancellation.onCancel(
        () -> {
          throw new StackOverflowError("second");
        });
    cancellation.onCancel(() -> heard.add("c"));

    Thread caller =
        Thread.ofPlatform()
            .uncaughtExceptionHandler((_, thrown) -> reported.add(thrown))
            .start(
                () -> {
                  cancellation.cancel();
                  heard.add("caller");
                });
    caller.join();

    assertThat(heard).containsExactly("a", "b", "c", "caller");
    assertThat(reported).extracting(Throwable::getMessage).containsExactly("first", "second");
  }
}
