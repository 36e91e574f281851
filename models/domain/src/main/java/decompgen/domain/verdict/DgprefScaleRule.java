package decompgen.domain.verdict;

import static decompgen.domain.verdict.DgprefBoxes.CERTAIN;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.ScaleClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import java.util.List;
import java.util.Map;

/** Sizes by what a box fills of the image, any box being enough; never compared with another's. */
record DgprefScaleRule(DgprefBoxes boxes) implements Rule {
  private static final Map<String, Size> SIZES =
      Map.ofEntries(
          Map.entry("large", Size.LARGE),
          Map.entry("huge", Size.LARGE),
          Map.entry("larger", Size.LARGE),
          Map.entry("big", Size.LARGE),
          Map.entry("small", Size.SMALL),
          Map.entry("tiny", Size.SMALL),
          Map.entry("smaller", Size.SMALL),
          Map.entry("long", Size.LONG),
          Map.entry("short", Size.SHORT),
          Map.entry("tall", Size.TALL),
          Map.entry("high", Size.TALL));

  @Override
  public String judge() {
    return "geometry";
  }

  @Override
  public String expert() {
    return "detector";
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof ScaleClaim(_, _, var quality, var than)
        && than == null
        && SIZES.containsKey(quality);
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    ScaleClaim scale = (ScaleClaim) claim;
    List<Detection> found = boxes.of(scale.noun(), located);
    return CERTAIN.ruling(verdict(scale, found), new Boxes(found, Map.of()));
  }

  private Verdict verdict(ScaleClaim scale, List<Detection> found) {
    if (!boxes.knows(scale.noun())) return Verdict.UNANSWERABLE;
    if (found.isEmpty()) return Verdict.NOT_APPLICABLE;
    Size size = SIZES.get(scale.quality());
    return Verdict.supportedIf(
        size != null && found.stream().anyMatch(box -> size.holds(box.box())));
  }
}
