package decompgen.loadtests.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import decompgen.domain.error.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChairWordsTest {
  private final ChairWords words =
      new ChairWords(
          Map.of("dogs", "dog", "women", "woman", "hots", "hot", "tables", "table"),
          Map.of("hot dog", "hot dog", "baby bear", "bear", "toilet seat", "toilet"),
          Map.of(
              "dog",
              "dog",
              "hot dog",
              "hot dog",
              "bear",
              "bear",
              "baby",
              "person",
              "woman",
              "person",
              "seat",
              "chair",
              "toilet",
              "toilet",
              "table",
              "dining table"));

  @Test
  void classesIn_pluralsAndSynonyms_areClasses() {
    assertThat(words.classesIn("Women walk their DOGS.")).containsExactly("dog", "person");
  }

  @Test
  void classesIn_pairOfWords_isOneThing() {
    assertThat(words.classesIn("Two hot dogs.")).containsExactly("hot dog");
    assertThat(words.classesIn("A baby bear")).containsExactly("bear");
    assertThat(words.classesIn("A baby, bear in mind.")).containsExactly("bear", "person");
  }

  @Test
  void classesIn_seatBesideToilet_isNoChair() {
    assertThat(words.classesIn("A seat.")).containsExactly("chair");
    assertThat(words.classesIn("A toilet with a seat, the seat up.")).containsExactly("toilet");
  }

  @Test
  void classesIn_partOfAWord_isNone() {
    assertThat(words.classesIn("A dog-like table/desk, vegetables.")).isEmpty();
  }

  @Test
  void read_folder_hasBothFiles(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("synonyms.json"),
        "{\"inverse_synonym_dict\": {\"puppy\": \"dog\"}, \"double_word_dict\": {\"a b\": \"c\"}}");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> ChairWords.read(folder))
        .withMessageContaining("plural_table.json");
    Files.writeString(folder.resolve("plural_table.json"), "{\"puppies\": \"puppy\"}");
    assertThat(ChairWords.read(folder).classesIn("Puppies!")).containsExactly("dog");
  }

  @Test
  void read_fileWithoutSynonyms_isRefused(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("synonyms.json"), "{}");
    Files.writeString(folder.resolve("plural_table.json"), "{}");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> ChairWords.read(folder))
        .withMessageContaining("synonyms.json");
  }
}
