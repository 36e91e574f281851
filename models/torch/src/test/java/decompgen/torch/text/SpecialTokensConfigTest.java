package decompgen.torch.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecialTokensConfigTest {
  private static final Map<String, Integer> IDS = Map.of("<s>", 1, "</s>", 2, "<pad>", 7);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'bos_token': '<s>', 'eos_token': '</s>', 'pad_token': '<pad>'}",
        "{'bos_token': {'content': '<s>', 'lstrip': false}, 'eos_token': {'content': '</s>'}, 'pad_token': {'content': '<pad>'}}",
      })
  void read_tokensAsStringsOrObjects_sayTheSame(String json) throws IOException {
    write("tokenizer_config.json", json);
    SpecialTokens tokens = read();
    assertThat(tokens.bos()).isEqualTo(1);
    assertThat(tokens.eos()).containsExactly(2);
    assertThat(tokens.texts())
        .isEqualTo(Map.of("bos_token", "<s>", "eos_token", "</s>", "pad_token", "<pad>"));
  }

  @Test
  void read_specialTokensMapAlone_isEnough() throws IOException {
    write("special_tokens_map.json", "{'bos_token': '<s>', 'eos_token': {'content': '</s>'}}");
    assertThat(read().bos()).isEqualTo(1);
    assertThat(read().eos()).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'eos_token_id': [4, 5]} | {'eos_token_id': 6}                     | 4 5",
        "{'eos_token_id': 4}      | {'eos_token_id': 6}                     | 4",
        "{}                       | {'eos_token_id': 6}                     | 6",
        "{}                       | {'text_config': {'eos_token_id': [6]}}  | 6",
        "{}                       | {}                                      | 2",
      })
  void read_endOfResponse_generationConfigFirst(String generation, String model, String ids)
      throws IOException {
    write("tokenizer_config.json", "{'eos_token': '</s>'}");
    write("generation_config.json", generation);
    write("config.json", model);
    assertThat(read().eos()).map(String::valueOf).containsExactly(ids.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "processor_config.json | {'image_token': '<picture>'}",
        "tokenizer_config.json | {'extra_special_tokens': {'image_token': '<picture>'}}",
      })
  void read_imageTokensText_whereverItIsDeclared(String file, String json) throws IOException {
    write(file, json);
    assertThat(read().texts()).containsEntry("image_token", "<picture>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "generation_config.json | {'eos_token_id': 'end'}   | eos_token_id is \"end\": neither an id",
        "generation_config.json | {'eos_token_id': [1, {}]} | eos_token_id is [1,{}]: neither an id",
        "tokenizer_config.json  | {'bos_token': {}}         | bos_token.content is missing",
        "config.json            | {'text_config': 3}        | text_config is no object",
      })
  void read_unusableValue_isRefusedWithFileAndKey(String file, String json, String why)
      throws IOException {
    write(file, json);
    assertThatThrownBy(this::read)
        .isInstanceOf(Failure.class)
        .hasMessageContaining(file)
        .hasMessageContaining(why);
  }

  private SpecialTokens read() {
    return SpecialTokensConfig.read(folder, IDS::get);
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json.replace('\'', '"'));
  }
}
