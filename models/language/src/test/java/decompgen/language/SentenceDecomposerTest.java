package decompgen.language;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.claim.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceDecomposerTest {
  @Test
  void decompose_coordination_countsAndObjects() {
    assertThat(Said.in("Two dogs and a cat.")).containsExactly("dog", "dog=2", "cat");
  }

  @Test
  void decompose_coordinatedColours_oneClaimEach() {
    assertThat(Said.in("A red and white bus.")).containsExactly("bus", "red bus!", "white bus!");
    assertThat(Said.in("The dog is black-and-white."))
        .containsExactly("dog", "black dog!", "white dog!");
    assertThat(Said.in("A woman in red.")).containsExactly("woman", "red woman!");
  }

  @Test
  void decompose_counts_onlyExactOnes() {
    assertThat(Said.in("There is only one chair.")).containsExactly("chair", "chair=1");
    assertThat(Said.in("A pair of shoes.")).containsExactly("shoe", "shoe=2");
    assertThat(Said.in("A pair of scissors.")).containsExactly("scissors");
    assertThat(Said.in("Several birds.")).containsExactly("bird");
    assertThat(Said.in("About ten birds.")).containsExactly("bird");
    assertThat(Said.in("Two or three birds.")).containsExactly("bird");
    assertThat(Said.in("The first car.")).containsExactly("car");
    assertThat(Said.in("A two-story house.")).doesNotContain("house=2");
    assertThat(Said.in("3 buses.")).containsExactly("bus", "bus=3");
    assertThat(Said.in("A group of three people.")).containsExactly("person", "person=3");
  }

  @Test
  void decompose_dozensAndBoth_areCounts() {
    assertThat(Said.in("A dozen eggs.")).containsExactly("egg", "egg=12");
    assertThat(Said.in("Two dozen roses.")).containsExactly("rose");
    assertThat(Said.in("Half a dozen cats.")).containsExactly("cat", "cat=6");
    assertThat(Said.in("Both dogs are running.")).containsExactly("dog", "dog=2", "running dog!");
    assertThat(Said.in("Both knees are bent.")).doesNotContain("knee=2");
  }

  @Test
  void decompose_numberThatIsNotAll_isNoCount() {
    assertThat(Said.in("Two other people are smiling.")).doesNotContain("person=2");
    assertThat(Said.in("Two more dogs.")).doesNotContain("dog=2");
    assertThat(Said.in("Three red and two green apples.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Two to three people.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("5-6 birds.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Dozens of birds.")).containsExactly("bird");
    assertThat(Said.in("Two pairs of shoes.")).doesNotContain("shoe=2", "shoe=4");
  }

  @Test
  void decompose_measure_isNoCount() {
    assertThat(Said.in("A two story house.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("A three tier cake.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("A two year old boy.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Two people on a tandem, both wearing helmets."))
        .contains("person=2")
        .doesNotContain("helmet=2");
  }

  @Test
  void decompose_countsInCaptionsAndTitles_areFound() {
    assertThat(Said.in("Five sheep grazing.")).contains("sheep=5");
    assertThat(Said.in("Five hand painted ceramic tiles.")).contains("tile=5");
    assertThat(Said.in("Group of Seven Friends Having Fun")).contains("friend=7");
    assertThat(Said.in("A half dozen bagels.")).contains("bagel=6");
    assertThat(Said.in("Both of the dogs are black.")).contains("dog=2");
    assertThat(Said.in("A lone tree.")).containsExactly("tree", "tree=1");
  }

  @Test
  void decompose_oneAmongOthers_isNoCount() {
    assertThat(Said.in("There is one dog.")).containsExactly("dog", "dog=1");
    assertThat(Said.in("One dog and two cats.")).contains("dog=1", "cat=2");
    assertThat(Said.in("One woman is carrying a bag.")).doesNotContain("woman=1");
    assertThat(Said.in("The cat has one eye open.")).doesNotContain("eye=1");
    assertThat(Said.in("Seven of the birds are white.")).containsExactly("bird", "white bird!");
  }

  @Test
  void decompose_shareOfAGroup_isOfTheGroup() {
    assertThat(Said.in("Each of the three boys holds a ball.")).contains("boy[hold]ball");
    assertThat(Said.in("One of the men is wearing a hat.")).contains("man[wear]hat");
  }

  @Test
  void decompose_clausesJoinedByCommas_eachHasItsOwn() {
    assertThat(Said.in("The left leg is bent forward, the head is turned, the dog is running."))
        .containsExactly(
            "left leg", "bent forward left leg!", "head", "turned head!", "dog", "running dog!");
    assertThat(Said.in("There is a wall and the background of the image is dark."))
        .containsExactly("wall", "dark background!");
  }

  @Test
  void decompose_qualityAfterNoun_isOfTheNoun() {
    assertThat(Said.in("A cat with its eyes closed.")).contains("closed eye!");
    assertThat(Said.in("A man with his left leg bent forward.")).contains("bent forward left leg!");
    assertThat(Said.in("The color of the car is red.")).containsExactly("car", "red car!");
    assertThat(Said.in("The cars are red, silver and blue."))
        .containsExactly("car", "red car!", "silver car!", "blue car!");
    assertThat(Said.in("The walls are painted white.")).contains("white wall!");
    assertThat(Said.in("The woman has long blonde hair.")).contains("blonde hair!", "long hair~");
  }

  @Test
  void decompose_adjectivesAfterAComma_areOfWhatWasNamedFirst() {
    assertThat(Said.in("A small dog, brown and fluffy."))
        .containsExactly("dog", "small dog~", "brown dog!", "fluffy dog!");
    assertThat(Said.in("A pear, orange, and two bananas.")).contains("pear", "orange", "banana=2");
  }

  @Test
  void decompose_promptsForGenerators_settingsAndJargonAreNoThings() {
    assertThat(Said.in("a red fox::2 in snow, digital art, artstation --ar 16:9"))
        .containsExactly("fox", "red fox!", "snow", "fox@in:snow");
    assertThat(Said.in("a castle painted by claude monet")).containsExactly("castle");
  }

  @Test
  void decompose_numberOfPartsOfOneThing_isNoCount() {
    assertThat(Said.in("A four leaf clover.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Two faced mask.")).noneMatch(said -> said.contains("="));
    assertThat(Said.in("Three fish.")).contains("fish=3");
  }

  @Test
  void decompose_picturesAndShapes_areThingsOnlyWhereCounted() {
    assertThat(Said.in("Collage of nine photos of food.")).contains("photo=9");
    assertThat(Said.in("Six shapes on a wall.")).contains("shape=6");
    assertThat(Said.in("A photo of food.")).containsExactly("food");
    assertThat(Said.in("Eight crossed swords.")).contains("sword=8");
  }

  @Test
  void decompose_phrasedQuality_isAnAttribute() {
    assertThat(Said.in("A balloon in the shape of a heart."))
        .containsExactly("balloon", "heart-shaped balloon!");
    assertThat(Said.in("A pillow shaped like a fish."))
        .containsExactly("pillow", "fish-shaped pillow!");
    assertThat(Said.in("A robot made of vegetables."))
        .containsExactly("robot", "vegetable", "vegetable robot!");
    assertThat(Said.in("A street at night.")).containsExactly("street", "at night street!");
  }

  @Test
  void decompose_limbs_haveStates() {
    assertThat(Said.in("The arms are down and bent.")).contains("down arm!", "bent arm!");
    assertThat(Said.in("Both arms are raised and bent at the elbows."))
        .contains("raised arm!", "bent arm!")
        .noneMatch(said -> said.contains("[") || said.contains("@"));
    assertThat(Said.in("The head is turned left.")).containsExactly("head", "turned left head!");
    assertThat(Said.in("The person stands with the left arm up and the right arm down."))
        .contains("up left arm!", "down right arm!");
    assertThat(Said.in("A person with their arms crossed."))
        .contains("crossed arm!")
        .doesNotContain("crossed person!");
  }

  @Test
  void decompose_turning_isNoPlace() {
    assertThat(Said.in("The dog is turning to the left.")).doesNotContain("dog@left");
    assertThat(Said.in("The dog is on the left.")).contains("dog@left");
  }

  @Test
  void decompose_participleThatNeedsAnother_isNoState() {
    assertThat(Said.in("A street filled with cars.")).doesNotContain("filled street!");
    assertThat(Said.in("A sign attached to a pole.")).doesNotContain("attached sign!");
  }

  @Test
  void decompose_notesWithoutArticles_areReadAsSentences() {
    assertThat(Said.in("dog sit next to chair")).contains("dog", "chair", "dog@next to:chair");
    assertThat(Said.in("horse pull cart")).containsExactly("horse", "cart", "horse[pull]cart");
    assertThat(Said.in("car park on street")).contains("car", "street", "car@on:street");
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
  void decompose_tool_isARelation() {
    assertThat(Said.in("A man hitting a ball with a racket."))
        .contains("man[hit]ball", "man[hit with]racket");
    assertThat(Said.in("A chef cutting bread on a board.")).contains("bread@on:board");
  }

  @Test
  void decompose_placeAndColourOfText_areClaims() {
    assertThat(Said.in("A mug with the text \"coffee\" written on it."))
        .containsExactly("mug", "'coffee'", "text@on:mug");
    assertThat(Said.in("The words 'open late' are written on the door in white."))
        .contains("word@on:door", "white word!");
    assertThat(Said.in("The sign reads 'STOP' in red letters.")).doesNotContain("sign[read]text");
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
  void decompose_article_standsOnlyBesideItsNoun() {
    assertThat(Said.claims("A person in an orange suit."))
        .extracting(claim -> claim.basis().text())
        .contains("suit", "orange suit")
        .noneMatch(text -> text.contains("an suit"));
  }

  @Test
  void decompose_participle_isRelation() {
    assertThat(Said.in("A man wearing a hat.")).containsExactly("man", "hat", "man[wear]hat");
    assertThat(Said.in("A dog sleeping on a sofa."))
        .containsExactly("dog", "sleeping dog!", "sofa", "dog[sleep on]sofa");
    assertThat(Said.in("A cat is sitting on the bench."))
        .containsExactly("cat", "sitting cat!", "bench", "cat[sit on]bench");
  }

  @Test
  void decompose_passive_turnsRound() {
    assertThat(Said.in("The pizza is being eaten by a girl."))
        .containsExactly("pizza", "girl", "girl[eat]pizza");
  }

  @Test
  void decompose_denial_isNegative() {
    assertThat(Said.in("There are no people.")).containsExactly("not person");
    assertThat(Said.in("There isn't a dog.")).containsExactly("not dog");
    assertThat(Said.in("Neither dogs nor cats are visible.")).containsExactly("not dog", "not cat");
    assertThat(Said.in("A street without cars.")).containsExactly("street", "not car");
    assertThat(Said.in("There are no cars on the road.")).containsExactly("not car", "road");
  }

  @Test
  void decompose_denialOfAPlaceOrDeed_doesNotDenyTheThing() {
    assertThat(Said.in("There isn't a dog on the table."))
        .containsExactly("table", "not dog@on:table");
    assertThat(Said.in("A man without a hat.")).containsExactly("man", "not man[with]hat");
    assertThat(Said.in("The man isn't wearing a hat.")).containsExactly("man", "not man[wear]hat");
    assertThat(Said.in("The man wears no hat.")).containsExactly("man", "not man[wear]hat");
    assertThat(Said.in("The bus is not red.")).containsExactly("bus", "not red bus!");
    assertThat(Said.in("No one is sitting on the chair."))
        .containsExactly("chair", "not person[sit on]chair");
  }

  @Test
  void decompose_hedge_keepsTheClaim() {
    assertThat(Said.in("He appears to be a man holding a bat.")).contains("man[hold]bat");
    assertThat(Said.in("The bus is possibly red.")).containsExactly("bus", "red bus!");
    assertThat(Said.in("A woman seems to be riding a horse.")).contains("woman[ride]horse");
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
  void decompose_participleAfterClothes_isOfThePerson() {
    assertThat(Said.in("A boy in a blue shirt and jeans kicking a ball."))
        .contains("boy[kick]ball")
        .doesNotContain("shirt[kick]ball", "jeans[kick]ball");
    assertThat(Said.in("A man wearing a hat walking down a street."))
        .contains("walking man!", "man[walk down]street");
    assertThat(Said.in("A bear is standing in a field, with its head turned towards the camera."))
        .contains("head[turn towards]camera")
        .doesNotContain("bear[turn towards]camera");
    assertThat(Said.in("A man on a bench with a dog lying beside him."))
        .contains("lying dog!", "dog@beside:man");
  }

  @Test
  void decompose_abstractNouns_areNoThings() {
    assertThat(Said.in("The atmosphere adds a sense of excitement and camaraderie.")).isEmpty();
  }

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
  void decompose_scale_isNormalised() {
    assertThat(Said.in("The dog is larger than the cat."))
        .containsExactly("dog", "cat", "larger dog than cat");
    assertThat(Said.in("A tiny bird and a huge elephant."))
        .containsExactly("bird", "small bird~", "elephant", "large elephant~");
    assertThat(Said.in("lamp taller than chair")).contains("larger lamp than chair");
    assertThat(Said.in("A little girl.")).containsExactly("girl", "little girl!");
  }

  @Test
  void decompose_materialAndKind_areAttributes() {
    assertThat(Said.in("A leather sofa.")).containsExactly("sofa", "leather sofa!");
    assertThat(Said.in("A wooden table.")).containsExactly("table", "wood table!");
    assertThat(Said.in("The table is made of wood.")).containsExactly("table", "wood table!");
    assertThat(Said.in("A tabby cat.")).containsExactly("cat", "tabby cat!");
    assertThat(Said.in("A stained glass window."))
        .containsExactly("window", "stained glass window!");
    assertThat(Said.in("A light blue car.")).containsExactly("car", "light blue car!");
    assertThat(Said.in("An olive green jacket.")).containsExactly("jacket", "olive green jacket!");
  }

  @Test
  void decompose_compound_isOneThing() {
    assertThat(Said.in("A dining table and a stop sign."))
        .containsExactly("dining table", "stop sign");
    assertThat(Said.in("A hot dog and a teddy bear.")).containsExactly("hot dog", "teddy bear");
    assertThat(Said.in("A man in a T-shirt.")).contains("man", "t-shirt");
    assertThat(Said.in("A double-decker bus.")).containsExactly("double-decker bus");
  }

  @Test
  void decompose_possessive_namesBoth() {
    assertThat(Said.in("The man's shirt is blue.")).containsExactly("man", "shirt", "blue shirt!");
  }

  @Test
  void decompose_quotation_isText() {
    assertThat(Said.in("A sign that reads “Main St”.")).containsExactly("sign", "'Main St'");
    assertThat(Said.in("The sign says STOP.")).containsExactly("sign", "'STOP'");
    assertThat(Said.in("A shirt with the word 'LOVE' on it.")).contains("shirt", "'LOVE'");
    assertThat(Said.in("A banner reading «Bienvenue!»")).contains("'Bienvenue!'");
    assertThat(Said.in("The so-called \"king\" sits.")).doesNotContain("'king'");
  }

  @Test
  void decompose_wordsForThePicture_areNoThings() {
    assertThat(Said.in("The image is a photo of a cat.")).containsExactly("cat");
    assertThat(Said.in("The scene captures a moment with a group of dogs.")).containsExactly("dog");
  }

  @Test
  void decompose_game_isNotSeen() {
    assertThat(Said.in("A woman is playing tennis.")).containsExactly("woman", "woman[play]tennis");
  }

  @Test
  void decompose_pronoun_standsForAntecedent() {
    assertThat(Said.in("A man sits on a bench. He is holding a cup.")).contains("man[hold]cup");
    assertThat(Said.in("There are two birds on a wall. They are brown.")).contains("brown bird!");
    assertThat(Said.in("A cat lies on a mat. It is black.")).contains("black cat!");
    assertThat(Said.in("It is black.")).isEmpty();
    assertThat(Said.in("There is a typewriter. The letters are white. It is old."))
        .contains("old typewriter!")
        .doesNotContain("old letter!");
  }

  @Test
  void decompose_emojiAndCombiningMarks_spansAreCodePoints() {
    // 🐶 is one code point, é is two: e and U+0301.
    String response = "🐶 A cafe\u0301 🎾 with a red door.";
    List<Claim> claims = Said.claims(response);
    Claim door =
        claims.stream().filter(c -> Said.brief(c).equals("red door!")).findFirst().orElseThrow();
    assertThat(door.basis().spans()).containsExactly(new Span(19, 27));
    assertThat(new Span(19, 27).cut(response)).isEqualTo("red door");
  }

  @Test
  void decompose_requires_namesTheThing() {
    List<Claim> claims = Said.claims("A red sofa.");
    assertThat(claims.get(1).requires()).containsExactly(0);
    assertThat(claims.get(1).basis().text()).isEqualTo("red sofa");
    assertThat(claims.get(0).basis().text()).isEqualTo("sofa");
  }

  @Test
  void decompose_definiteThing_isTakenForGranted() {
    assertThat(Said.claims("The dog sleeps.").getFirst().basis().given()).isTrue();
    assertThat(Said.claims("A dog sleeps.").getFirst().basis().given()).isFalse();
    assertThat(Said.claims("A cup is on the small table.").stream())
        .filteredOn(ObjectClaim.class::isInstance)
        .extracting(claim -> claim.basis().given())
        .containsExactly(false, true);
    // Said to be there once is enough.
    assertThat(Said.claims("The dog sleeps beside a dog.").getFirst().basis().given()).isFalse();
    assertThat(Said.claims("A man walks his dog.").stream())
        .filteredOn(ObjectClaim.class::isInstance)
        .noneMatch(claim -> claim.basis().given());
  }

  @Test
  void decompose_otherLanguageOrNothing_noClaims() {
    assertThat(Said.in("Eine Katze liegt auf einem roten Sofa.")).isEmpty();
    assertThat(Said.in("Un chat est assis sur un canapé rouge.")).isEmpty();
    assertThat(Said.in("Un gato está sentado en un sofá rojo.")).isEmpty();
    assertThat(Said.in("沙发上有一只猫。")).isEmpty();
    assertThat(Said.in("На диване лежит кошка.")).isEmpty();
    assertThat(Said.in("???")).isEmpty();
    assertThat(Said.in("Overall, the atmosphere is lovely.")).isEmpty();
  }
}
