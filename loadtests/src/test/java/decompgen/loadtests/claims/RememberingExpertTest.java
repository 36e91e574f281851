package decompgen.loadtests.claims;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.domain.evidence.Evidence;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingExpertTest {
  private final Picture one = picture(1);
  private final Picture other = picture(2);
  private final Counting counting = new Counting();
  private final RememberingExpert expert = new RememberingExpert(counting);

  @Test
  void answer_equalQuestionAboutEqualPicture_isAskedOnce() {
    Inquiry whole = new Inquiry(one, new Question.Whole());
    expert.answer(List.of(whole, whole), new Cancellation());
    expert.answer(List.of(new Inquiry(picture(1), new Question.Whole())), new Cancellation());
    assertThat(counting.asked).isEqualTo(1);
  }

  @Test
  void answer_otherPictureOrQuestion_isAskedAgain() {
    expert.answer(List.of(new Inquiry(one, new Question.Whole())), new Cancellation());
    expert.answer(List.of(new Inquiry(other, new Question.Whole())), new Cancellation());
    expert.answer(List.of(new Inquiry(one, new Question.Region(Box.WHOLE))), new Cancellation());
    assertThat(counting.asked).isEqualTo(3);
  }

  private static Picture picture(int number) {
    return new Picture(PictureId.of(new byte[] {(byte) number}), 1, 1, new byte[3]);
  }

  private static final class Counting implements Expert {
    private int asked;

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public String version() {
      return "counting/1";
    }

    @Override
    public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
      asked += batch.size();
      return batch.stream().<Evidence>map(_ -> new Evidence.None()).toList();
    }

    @Override
    public void close() {}
  }
}
