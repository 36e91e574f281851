package decompgen.verticles.scoring;

import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.picture.Box;
import java.util.List;

/** Takes every picture for one of a castle. */
final class CastleEyes implements Expert {
  @Override
  public String name() {
    return "classifier";
  }

  @Override
  public String version() {
    return "castle-eyes/1";
  }

  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    return List.of(new Labels(Box.WHOLE, List.of(new Label("castle", .9))));
  }

  @Override
  public void close() {}
}
