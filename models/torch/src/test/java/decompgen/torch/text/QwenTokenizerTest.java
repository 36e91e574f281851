package decompgen.torch.text;

import static decompgen.torch.text.Fixtures.folder;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QwenTokenizerTest {
  private static final Path MODEL = folder("qwen_vl/model");

  @TempDir Path copy;

  @Test
  void open_folder_isQwens() {
    try (Tokenizer tokenizer = Tokenizer.open(MODEL)) {
      SpecialTokens tokens = tokenizer.specialTokens();
      assertThat(tokenizer).isInstanceOf(QwenTokenizer.class);
      assertThat(tokens.bos()).isNull();
      assertThat(tokens.eos()).containsExactly(416);
    }
  }

  @Test
  void encodeWritten_specialToken_staysText() {
    QwenTokenizer tokenizer = QwenTokenizer.open(MODEL);
    assertThat(tokenizer.encode("<|im_end|>")).containsExactly(418);
    int[] written = tokenizer.encodeWritten("<|im_end|>");
    assertThat(written).doesNotContain(418);
    assertThat(tokenizer.decode(written)).isEqualTo("<|im_end|>");
  }

  @Test
  void decode_specialTokens_leftOutNamesOfPicturesKept() {
    QwenTokenizer tokenizer = QwenTokenizer.open(MODEL);
    assertThat(tokenizer.decode(tokenizer.encode("<|im_start|>a <img>b.png</img>c<|im_end|>")))
        .isEqualTo("a b.pngc");
  }

  @Test
  void encode_nameThatFillsItsPlace_hasNoPadding() {
    QwenTokenizer tokenizer = QwenTokenizer.open(MODEL);
    int[] ids = tokenizer.encode("<img>0123456789abcdef</img>");
    assertThat(ids).hasSize(18).startsWith(630, '0').endsWith('f', 631);
    assertThat(tokenizer.decode(ids, false)).isEqualTo("<img>0123456789abcdef</img>");
  }

  @ParameterizedTest
  @CsvSource({
    "<img>a.png, is not closed",
    "<img>a-name-of-17-byte</img>, has 17 bytes",
  })
  void encode_badPicture_isRefused(String text, String why) {
    QwenTokenizer tokenizer = QwenTokenizer.open(MODEL);
    assertThatThrownBy(() -> tokenizer.encode(text))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.REQUEST_INVALID))
        .hasMessageContaining(why);
  }

  @Test
  void open_truncatedFile_isRefusedWithLine() throws IOException {
    byte[] whole = Files.readAllBytes(MODEL.resolve("qwen.tiktoken"));
    refused(Arrays.copyOf(whole, whole.length - 2), "line 416: \"YWM= 41\"");
    refused(Arrays.copyOf(whole, 2000), "truncated? Copy it anew");
  }

  @Test
  void open_fileCutAtALine_isRefusedByTheIdsOfConfig() throws IOException {
    String whole = Files.readString(MODEL.resolve("qwen.tiktoken"));
    String cut = whole.substring(0, whole.indexOf("YWM= 415"));
    refused(cut.getBytes(UTF_8), "visual.image_start_id is not 629");
  }

  @Test
  void open_noFile_saysWhatToDo() throws IOException {
    Files.copy(MODEL.resolve("config.json"), copy.resolve("config.json"));
    assertThatThrownBy(() -> QwenTokenizer.open(copy))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("qwen.tiktoken cannot be read")
        .hasMessageContaining("copy the checkpoint's folder whole");
  }

  @Test
  void open_endlessFile_isRefusedUnread() throws IOException {
    Files.copy(MODEL.resolve("config.json"), copy.resolve("config.json"));
    try (RandomAccessFile sparse =
        new RandomAccessFile(copy.resolve("qwen.tiktoken").toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }
    assertThatThrownBy(() -> QwenTokenizer.open(copy))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("qwen.tiktoken has 1099511627776 bytes");
  }

  private void refused(byte[] tiktoken, String why) throws IOException {
    Files.copy(
        MODEL.resolve("config.json"),
        copy.resolve("config.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.write(copy.resolve("qwen.tiktoken"), tiktoken);
    assertThatThrownBy(() -> Tokenizer.open(copy))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ErrorCode.MODEL_UNREADABLE))
        .hasMessageContaining(why);
  }
}
