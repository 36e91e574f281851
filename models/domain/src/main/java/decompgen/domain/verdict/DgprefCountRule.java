package decompgen.domain.verdict;

import static decompgen.domain.verdict.DgprefBoxes.CERTAIN;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.CountClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Map;

/** There are as many as there are boxes; not applicable when there is none. */
record DgprefCountRule(DgprefBoxes boxes) implements Rule {
  @Override
  public String judge() {
    return "detector";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof CountClaim;
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    CountClaim count = (CountClaim) claim;
    List<Detection> found = boxes.of(count.noun(), located);
    return CERTAIN.ruling(verdict(count, found.size()), new Boxes(found, Map.of()));
  }

  private Verdict verdict(CountClaim count, int found) {
    if (!boxes.knows(count.noun())) return Verdict.UNANSWERABLE;
    return found == 0 ? Verdict.NOT_APPLICABLE : Verdict.supportedIf(found == count.number());
  }
}
