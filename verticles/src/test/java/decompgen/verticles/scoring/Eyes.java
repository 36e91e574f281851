package decompgen.verticles.scoring;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.expert.Expert;
import decompgen.domain.expert.Inquiry;
import decompgen.domain.picture.PictureId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Sees cats, knows dogs, and is broken for pictures of nine. */
final class Eyes implements Expert {
  final AtomicInteger detections = new AtomicInteger();

  @Override
  public String name() {
    return "detector";
  }

  @Override
  public String version() {
    return "eyes/1";
  }

  @Override
  public List<Evidence> answer(List<Inquiry> batch, Cancellation cancellation) {
    detections.incrementAndGet();
    if (batch.getFirst().picture().id().equals(PictureId.of(new byte[] {9})))
      throw new Failure(ErrorCode.MODEL_FAILED, "eyes: sore");
    return List.of(new Boxes(List.of(), Map.of("cat", .9, "dog", .01)));
  }

  @Override
  public void close() {}
}
