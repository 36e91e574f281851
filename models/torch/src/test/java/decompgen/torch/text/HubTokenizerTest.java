package decompgen.torch.text;

import static decompgen.torch.text.Fixtures.folder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("native")
class HubTokenizerTest {
  @TempDir Path empty;

  @Test
  void encodePrompt_textWithOrWithoutBos_hasItOnce() {
    try (Tokenizer tokenizer = Tokenizer.open(folder("llama3/model"))) {
      int bos = tokenizer.encode("<|begin_of_text|>")[0];
      assertThat(tokenizer.specialTokens().bos()).isEqualTo(bos);
      assertThat(tokenizer.encodePrompt("Hi")).startsWith(bos).endsWith(tokenizer.encode("Hi"));
      assertThat(tokenizer.encodePrompt("<|begin_of_text|>Hi"))
          .isEqualTo(tokenizer.encodePrompt("Hi"));
    }
  }

  @Test
  void end_characterCutOff_isAReplacementCharacter() {
    try (Tokenizer tokenizer = Tokenizer.open(folder("llama3/model"))) {
      int[] hand = tokenizer.encode("👋"); // four bytes, of which this vocabulary has no whole
      TextStream stream = tokenizer.stream();
      assertThat(hand.length).isGreaterThan(1);
      assertThat(stream.next(hand[0])).isEmpty();
      assertThat(stream.end()).isEqualTo("\ufffd");
      assertThat(stream.end()).isEmpty();
    }
  }

  @Test
  void close_whileOthersEncode_endsTheirCallsCleanly() throws InterruptedException {
    Tokenizer tokenizer = Tokenizer.open(folder("llama3/model"));
    int[] expected = tokenizer.encode("The cat is on the table.");
    CountDownLatch running = new CountDownLatch(4);
    List<Future<Integer>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++)
        calls.add(threads.submit(() -> encodeUntilClosed(tokenizer, expected, running)));
      running.await();
      tokenizer.close();
      tokenizer.close();
    }
    for (Future<Integer> count : calls) assertThat(done(count)).isPositive();
  }

  private static int encodeUntilClosed(
      Tokenizer tokenizer, int[] expected, CountDownLatch running) {
    for (int calls = 0; ; calls++)
      try {
        assertThat(tokenizer.encode("The cat is on the table.")).isEqualTo(expected);
        if (calls == 0) running.countDown();
      } catch (IllegalStateException closed) {
        return calls;
      }
  }

  private static int done(Future<Integer> count) throws InterruptedException {
    try {
      return count.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'model': {'type': 'BPE'}}                      | model.vocab is missing or empty",
        "{'model': {'type': 'BPE', 'vocab': {'a': 0}}}   | the tokenizer is refused",
        "{'model': {'vocab':                             | no JSON at line 1",
        "{'model': []}                                   | model is no object",
      })
  void open_brokenFile_isRefusedWithItsName(String json, String why) throws IOException {
    Files.writeString(empty.resolve("tokenizer.json"), json.replace('\'', '"'));
    assertThatThrownBy(() -> Tokenizer.open(empty))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE))
        .hasMessageContaining("tokenizer.json")
        .hasMessageContaining(why);
  }

  @Test
  void open_noFile_saysWhatToDo() {
    assertThatThrownBy(() -> Tokenizer.open(empty))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("tokenizer.json is missing: copy");
  }
}
