package decompgen.domain.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class ColourExpertTest {
  private static final int RED = 0xd01010;
  private static final int BLUE = 0x1020c0;
  private static final int GREEN = 0x108020;

  private final ColourExpert expert = new ColourExpert();

  @Test
  void answer_plainPicture_isOneColour() {
    Colours seen = look(picture(10, 10, (x, y) -> RED), new Question.Whole());
    assertThat(seen.region()).isEqualTo(Box.WHOLE);
    assertThat(seen.shares()).containsOnlyKeys("red");
    assertThat(seen.shares().get("red")).isCloseTo(1, within(1e-9));
  }

  @Test
  void answer_redRightHalf_halfTheShare() {
    Colours seen = look(picture(100, 50, (x, y) -> x < 50 ? BLUE : RED), new Question.Whole());
    assertThat(seen.shares().get("red")).isCloseTo(.5, within(1e-9));
    assertThat(seen.shares().get("blue")).isCloseTo(.5, within(1e-9));
  }

  @Test
  void answer_region_seesNothingElse() {
    Picture picture = picture(100, 100, (x, y) -> x >= 60 && y >= 60 ? GREEN : RED);
    Colours seen = look(picture, new Question.Region(new Box(.6, .6, 1, 1)));
    assertThat(seen.shares()).containsOnlyKeys("green");
  }

  @Test
  void answer_borderOfTheBox_isLeftOut() {
    // The box is [20,80) squared; its outer 5 pixels lie within the tenth that is not looked at.
    Picture framed =
        picture(100, 100, (x, y) -> x >= 25 && x < 75 && y >= 25 && y < 75 ? RED : GREEN);
    Colours seen = look(framed, new Question.Region(new Box(.2, .2, .8, .8)));
    assertThat(seen.shares().get("red")).isCloseTo(1, within(1e-9));
  }

  @Test
  void answer_groundShowingInTheBox_isTakenAway() {
    // Left half of the box green as all around, right half red: .5 - .7 < 0 of green is left.
    Picture picture =
        picture(100, 100, (x, y) -> x >= 50 && x < 80 && y >= 20 && y < 80 ? RED : GREEN);
    Colours seen = look(picture, new Question.Region(new Box(.2, .2, .8, .8)));
    assertThat(seen.shares().get("red")).isCloseTo(1, within(1e-9));
  }

  @Test
  void answer_thingLikeItsGround_keepsItsColour() {
    Colours seen =
        look(picture(100, 100, (x, y) -> GREEN), new Question.Region(new Box(.3, .3, .7, .7)));
    // 1 - .7 = .3 is left, all of it green.
    assertThat(seen.shares()).containsOnlyKeys("green");
    assertThat(seen.shares().get("green")).isCloseTo(1, within(1e-9));
  }

  @Test
  void answer_middle_weighsMoreThanItsArea() {
    // The box is the picture: no ring. The middle half of each side is u, v within .5/.8 = .625.
    Picture target =
        picture(100, 100, (x, y) -> x >= 25 && x < 75 && y >= 25 && y < 75 ? RED : BLUE);
    // (∫ e^(-2u²) over ±.625 / over ±1)² = (erf(.884)/erf(1.414))² = (.7887/.9545)² = .683
    assertThat(look(target, new Question.Region(Box.WHOLE)).shares().get("red"))
        .isCloseTo(.683, within(.03));
    // Of the whole picture all points count alike: a quarter.
    assertThat(look(target, new Question.Whole()).shares().get("red")).isCloseTo(.25, within(.01));
  }

  @Test
  void answer_shade_keepsTheName() {
    Picture lit = picture(10, 10, (x, y) -> x < 5 ? 0xd01010 : 0x701008);
    assertThat(look(lit, new Question.Whole()).shares()).containsOnlyKeys("red");
  }

  @Test
  void answer_pixelOfABox_staysInside() {
    Colours seen = look(picture(3, 2, (x, y) -> RED), new Question.Region(new Box(1, 1, 1, 1)));
    assertThat(seen.shares()).containsOnlyKeys("red");
  }

  @Test
  void answer_batch_oneEach() {
    Picture red = picture(4, 4, (x, y) -> RED);
    Picture blue = picture(4, 4, (x, y) -> BLUE);
    List<Evidence> seen =
        expert.answer(
            List.of(
                new Inquiry(red, new Question.Whole()), new Inquiry(blue, new Question.Whole())),
            new Cancellation());
    assertThat(seen)
        .extracting(one -> ((Colours) one).shares().keySet().iterator().next())
        .containsExactly("red", "blue");
  }

  @Test
  void answer_cancelled_fails() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    List<Inquiry> batch = List.of(new Inquiry(picture(1, 1, (x, y) -> RED), new Question.Whole()));
    assertThatThrownBy(() -> expert.answer(batch, cancelled))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
  }

  @Test
  void expert_nameAndVersion() {
    assertThat(expert.name()).isEqualTo("colour");
    assertThat(expert.version()).isEqualTo("oklch/2");
    expert.close();
    expert.close();
  }

  private Colours look(Picture picture, Question question) {
    return (Colours)
        expert.answer(List.of(new Inquiry(picture, question)), new Cancellation()).getFirst();
  }

  private static Picture picture(int width, int height, IntBinaryOperator rgbAt) {
    byte[] rgb = new byte[width * height * 3];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        int colour = rgbAt.applyAsInt(x, y);
        int at = (y * width + x) * 3;
        rgb[at] = (byte) (colour >> 16);
        rgb[at + 1] = (byte) (colour >> 8);
        rgb[at + 2] = (byte) colour;
      }
    return new Picture(PictureId.of(new byte[] {1}), width, height, rgb);
  }
}
