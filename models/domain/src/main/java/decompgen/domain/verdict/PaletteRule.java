package decompgen.domain.verdict;

import static decompgen.domain.verdict.Verdict.CONTRADICTED;
import static decompgen.domain.verdict.Verdict.UNANSWERABLE;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import java.util.List;
import java.util.Set;

/**
 * Whether a picture has a colour at all: without it, nothing in the picture has it, and with a
 * little of it nothing bulky. It says nothing for the colour, and needs no box.
 */
record PaletteRule(Colouring colouring) implements Rule {
  /** What fills a good part of a picture that shows it. */
  private static final Set<String> BULKY =
      Set.of(
          "airplane",
          "barn",
          "bean bag",
          "bear",
          "bed",
          "bench",
          "blanket",
          "boat",
          "bookcase",
          "bridge",
          "building",
          "bus",
          "cabin",
          "camel",
          "car",
          "carpet",
          "castle",
          "cathedral",
          "church",
          "closet",
          "couch",
          "cow",
          "curtain",
          "cupboard",
          "desk",
          "elephant",
          "fence",
          "fireplace",
          "fridge",
          "garage",
          "giraffe",
          "helicopter",
          "horse",
          "house",
          "hut",
          "mosque",
          "motorcycle",
          "palace",
          "plane",
          "porch",
          "refrigerator",
          "roof",
          "rug",
          "shed",
          "shelf",
          "ship",
          "skyscraper",
          "sofa",
          "stairs",
          "staircase",
          "stove",
          "table",
          "tablecloth",
          "temple",
          "tent",
          "tower",
          "tractor",
          "train",
          "tram",
          "truck",
          "van",
          "wall",
          "wardrobe",
          "zebra");

  @Override
  public String judge() {
    return "colour";
  }

  @Override
  public boolean needsBoxes() {
    return false;
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof AttributeClaim(_, var attribute, _)
        && Colour.named(attribute).isPresent();
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    return List.of(new Question.Whole());
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    AttributeClaim attributed = (AttributeClaim) claim;
    Colour colour = Colour.named(attributed.attribute()).orElseThrow();
    Colours seen = (Colours) answers.getFirst();
    boolean nowhere =
        colouring.nowhere(colour, seen)
            || (BULKY.contains(attributed.noun()) && colouring.nowhereBulky(colour, seen));
    return colouring.confidence().ruling(nowhere ? CONTRADICTED : UNANSWERABLE, seen);
  }
}
