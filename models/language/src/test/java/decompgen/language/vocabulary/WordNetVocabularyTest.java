package decompgen.language.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Vocabulary.Naming;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordNetVocabularyTest {
  private static final WordNetVocabulary VOCABULARY = new WordNetVocabulary();

  @ParameterizedTest
  @CsvSource({
    "mouse, mouse",
    "computer mouse, mouse",
    "orange, orange",
    "tie, tie",
    "sofa, couch",
    "sofas, couch",
    "people, person",
    "person, person",
    "dining table, dining table",
    "stop sign, stop sign",
    "hot dog, hot dog",
    "hot dogs, hot dog",
    "automobile, car",
    "fridge, refrigerator",
    "mug, cup",
    "coffee cup, cup",
    "skis, skis",
    "scissors, scissors",
    "ball, sports ball",
    "doughnuts, donut",
    "knives, knife",
    "television, tv",
    "bus, bus",
    "glasses of wine, glasses of wine",
    "stuffed bear, teddy bear"
  })
  void detectorClass_otherName_synonym(String noun, String label) {
    Naming expected = noun.contains("glasses") ? new Unknown(noun) : new Synonym(label);
    assertThat(VOCABULARY.detectorClass(noun)).isEqualTo(expected);
  }

  /** WordNet knows Elizabeth Fry, cooler persons and chargers that are horses. */
  @ParameterizedTest
  @ValueSource(
      strings = {"fries", "whales", "planter", "bleachers", "hood", "charger", "cooler", "picket"})
  void detectorClass_usuallySomethingElseInPictures_unknown(String noun) {
    assertThat(VOCABULARY.detectorClass(noun)).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({"cookies, cake", "jug, bottle", "freezer, refrigerator", "chicken, bird"})
  void detectorClass_oftenSomethingElse_absenceOfTheClassProvesNothing(String noun, String label) {
    assertThat(VOCABULARY.detectorClass(noun)).isEqualTo(new Hypernym(Set.of(label), false));
  }

  @ParameterizedTest
  @CsvSource({
    "woman, person",
    "women, person",
    "surfer, person",
    "husky, dog",
    "limousine, car",
    "taxi, car",
    "kitten, cat",
    "seagull, bird",
    "wine bottle, bottle",
    "kitchen sink, sink",
    "fire truck, truck",
    "siamese cat, cat",
    "armchair, chair",
    "polar bear, bear",
    "cheeseburger, sandwich",
    "baseball player, person",
    "bow tie, tie"
  })
  void detectorClass_kind_hyponym(String noun, String label) {
    assertThat(VOCABULARY.detectorClass(noun)).isEqualTo(new Hyponym(label));
  }

  @ParameterizedTest
  @ValueSource(strings = {"animal", "vehicle", "furniture", "food", "bat", "glass", "table", "bag"})
  void detectorClass_wider_hypernymThatIsNotComplete(String noun) {
    assertThat(VOCABULARY.detectorClass(noun))
        .isInstanceOfSatisfying(Hypernym.class, wide -> assertThat(wide.complete()).isFalse());
  }

  @Test
  void detectorClass_bike_completeHypernym() {
    assertThat(VOCABULARY.detectorClass("bike"))
        .isEqualTo(new Hypernym(Set.of("bicycle", "motorcycle"), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crane",
        "lion",
        "toy car",
        "slice of pizza",
        "pair of shoe",
        "other person",
        "flower bed",
        "rocking horse",
        "train car",
        "wheelchair",
        "sky",
        "tree",
        "train station",
        "bus stop",
        "car seat cover",
        "seal",
        "printer",
        "piano",
        "",
        "   ",
        "power plant",
        "snow",
        "shadow",
        "window",
        "clock tower",
        "boardwalk",
        "hat"
      })
  void detectorClass_somethingElse_unknown(String noun) {
    assertThat(VOCABULARY.detectorClass(noun)).isEqualTo(new Unknown(noun));
  }

  @Test
  void detectorClass_everyLabel_namesItself() {
    for (var row : Table.rows("classes.txt", 4))
      assertThat(VOCABULARY.detectorClass(row.get(0))).isEqualTo(new Synonym(row.get(0)));
    assertThat(Table.rows("classes.txt", 4)).hasSize(80);
  }

  @Test
  void detectorClass_ambiguousTables_nameClasses() {
    Set<String> classes =
        Set.copyOf(Table.rows("classes.txt", 4).stream().map(row -> row.get(0)).toList());
    for (var row : Table.rows("ambiguous.txt", 3))
      assertThat(classes).containsAll(Table.entries(row.get(1)));
  }

  @Test
  void classifierLabels_kind_itsLabels() {
    assertThat(VOCABULARY.classifierLabels("tabby")).contains("tabby");
    assertThat(VOCABULARY.classifierLabels("dog")).hasSizeGreaterThan(100).contains("pug");
    assertThat(VOCABULARY.classifierLabels("husky")).contains("Siberian husky");
    assertThat(VOCABULARY.classifierLabels("castle")).contains("castle");
    assertThat(VOCABULARY.classifierLabels("sky")).isEmpty();
    assertThat(VOCABULARY.classifierLabels("terrier"))
        .allMatch(VOCABULARY.classifierLabels("dog")::contains);
    assertThat(VOCABULARY.classifierLabels("bridges")).contains("suspension bridge", "viaduct");
  }

  @Test
  void scenery_groundAndBackground_byLabelsThatShowThem() {
    assertThat(VOCABULARY.scenery("beach")).isTrue();
    assertThat(VOCABULARY.scenery("mountains")).isTrue();
    assertThat(VOCABULARY.scenery("bridge")).isFalse();
    assertThat(VOCABULARY.classifierLabels("beach")).contains("seashore");
  }

  @Test
  void stuff_namesAndWhatIsNotWithoutIt_apart() {
    assertThat(VOCABULARY.stuff("trees")).isEqualTo(new Synonym("tree"));
    assertThat(VOCABULARY.stuff("hill")).isEqualTo(new Synonym("mountain or hill"));
    assertThat(VOCABULARY.stuff("lake")).isEqualTo(new Hyponym("water"));
    assertThat(VOCABULARY.stuff("water")).isEqualTo(new Hypernym(Set.of("water"), false));
    assertThat(VOCABULARY.stuff("forests")).isEqualTo(new Hyponym("tree"));
    assertThat(VOCABULARY.stuff("family tree")).isEqualTo(new Unknown("family tree"));
    assertThat(VOCABULARY.stuff("dog")).isEqualTo(new Unknown("dog"));
  }

  @Test
  void scenery_everyLabel_isTheClassifiers() {
    Set<String> labels = Set.copyOf(Table.lines("imagenet.txt"));
    for (var row : Table.rows("scenery.txt", 2))
      assertThat(labels).containsAll(Table.entries(row.get(1)));
  }
}
