package decompgen.loadtests.claims;

import decompgen.domain.evidence.Evidence;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.PictureId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An expert that looks once, so that other sentences and other rules cost nothing more. For one
 * thread.
 */
final class RememberingExpert implements Expert {
  private record Asked(PictureId picture, Question question) {}

  private final Expert expert;
  private final Map<Asked, Evidence> seen = new HashMap<>();

  RememberingExpert(Expert expert) {
    this.expert = expert;
  }

  @Override
  public String name() {
    return expert.name();
  }

  @Override
  public String version() {
    return expert.version();
  }

  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    return batch.stream().map(inquiry -> answer(inquiry, cancellation)).toList();
  }

  private Evidence answer(Inquiry inquiry, Cancellation cancellation) {
    return seen.computeIfAbsent(
        new Asked(inquiry.picture().id(), inquiry.question()),
        _ -> expert.answer(List.of(inquiry), cancellation).getFirst());
  }

  @Override
  public void close() {
    expert.close();
  }
}
