package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where things are: by each other, in what surrounds them, on a side of the image. */
class PlacesTest {
  @Test
  void decompose_place_isSpatial() {
    assertThat(Said.in("A cup is to the left of the plate."))
        .containsExactly("cup", "plate", "cup@to the left of:plate");
    assertThat(Said.in("A bike next to a post."))
        .containsExactly("bike", "post", "bike@next to:post");
    assertThat(Said.in("A hat on top of a box."))
        .containsExactly("hat", "box", "hat@on top of:box");
    assertThat(Said.in("Behind the car is a bus.")).contains("bus@behind:car");
  }

  @Test
  void decompose_placeAround_holdsAllThatIsThere() {
    assertThat(Said.in("A woman sitting in a chair next to a vase in a room."))
        .contains("woman[sit in]room", "chair@in:room", "vase@in:room");
    assertThat(Said.in("A man in a red shirt standing in a park.")).doesNotContain("shirt@in:park");
    assertThat(Said.in("Two women walking with umbrellas on a street."))
        .contains("woman@on:street");
    assertThat(Said.in("Two people on the beach with kites in the sky."))
        .doesNotContain("person@in:sky");
  }

  @Test
  void decompose_containerOf_holdsItsContent() {
    assertThat(Said.in("A bowl of fruit.")).containsExactly("bowl", "fruit", "fruit@in:bowl");
    assertThat(Said.in("A plate of pasta.")).contains("pasta@on:plate");
    assertThat(Said.in("A vase filled with flowers on a table."))
        .contains("vase[fill with]flower", "vase@on:table");
  }

  @Test
  void decompose_placeOfAPlace_isOfWhatIsThere() {
    assertThat(Said.in("A man on a bench in a park.")).contains("man@on:bench", "man@in:park");
    assertThat(Said.in("A woman holding a racket next to a net."))
        .contains("woman@next to:net", "racket@next to:net");
    assertThat(Said.in("A woman holding a phone in front of her face."))
        .contains("phone@in front of:face")
        .doesNotContain("woman@in front of:face");
    assertThat(Said.in("A man is using a laptop in the bath.")).contains("laptop@in:bath");
    assertThat(Said.in("A man watching a television on a sofa."))
        .doesNotContain("television@on:sofa");
  }

  @Test
  void decompose_sideOfImage_isSpatialWithoutObject() {
    assertThat(Said.in("A dog is on the left side of the image."))
        .containsExactly("dog", "dog@left");
    assertThat(Said.in("In the background, there is a tree.")).containsExactly("tree");
    assertThat(Said.in("A clock is in the top left corner."))
        .containsExactly("clock", "clock@top left");
    assertThat(Said.in("A vase stands in the middle of the picture.")).contains("vase@centre");
  }

  @Test
  void decompose_turning_isNoPlace() {
    assertThat(Said.in("The dog is turning to the left.")).doesNotContain("dog@left");
    assertThat(Said.in("The dog is on the left.")).contains("dog@left");
  }

  @Test
  void decompose_notesWithoutArticles_areReadAsSentences() {
    assertThat(Said.in("dog sit next to chair")).contains("dog", "chair", "dog@next to:chair");
    assertThat(Said.in("horse pull cart")).containsExactly("horse", "cart", "horse[pull]cart");
    assertThat(Said.in("car park on street")).contains("car", "street", "car@on:street");
  }
}
