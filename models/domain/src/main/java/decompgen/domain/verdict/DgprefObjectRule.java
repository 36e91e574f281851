package decompgen.domain.verdict;

import static decompgen.domain.verdict.DgprefBoxes.CERTAIN;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ObjectClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Map;

/** A thing is there when a box says so, else it is not: nothing lies between. */
record DgprefObjectRule(DgprefBoxes boxes) implements Rule {
  @Override
  public String judge() {
    return "detector";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof ObjectClaim;
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    String noun = ((ObjectClaim) claim).noun();
    List<Detection> found = boxes.of(noun, located);
    Verdict verdict =
        boxes.knows(noun) ? Verdict.supportedIf(!found.isEmpty()) : Verdict.UNANSWERABLE;
    return CERTAIN.ruling(verdict, new Boxes(found, Map.of()));
  }
}
