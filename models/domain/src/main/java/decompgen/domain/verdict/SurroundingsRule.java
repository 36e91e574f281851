package decompgen.domain.verdict;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether sky, walls, ground or water have a colour, by the part of the picture where they are if
 * they are anywhere: what is not there in a colour is not in it at all.
 */
record SurroundingsRule(Colouring colouring) implements Rule {
  private static final Box UP = new Box(0, 0, 1, .3);
  private static final Box DOWN = new Box(0, .5, 1, 1);
  private static final Map<String, Box> PLACES = new HashMap<>();

  static {
    for (String above : List.of("sky", "ceiling", "wall", "background")) PLACES.put(above, UP);
    for (String below :
        List.of(
            "grass", "lawn", "field", "meadow", "snow", "ice", "sand", "ground", "floor", "road",
            "street", "court", "water", "sea", "ocean", "lake", "river")) PLACES.put(below, DOWN);
  }

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
    return claim instanceof AttributeClaim(_, var attribute, var noun)
        && PLACES.containsKey(noun)
        && Colour.named(attribute).isPresent();
  }

  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    String noun = ((AttributeClaim) claim).noun();
    return List.of(new Question.Patch(PLACES.getOrDefault(noun, Box.WHOLE)));
  }

  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    Colour colour = Colour.named(((AttributeClaim) claim).attribute()).orElseThrow();
    Colours seen = (Colours) answers.getFirst();
    Verdict verdict =
        Colouring.verdict(colouring.covers(colour, seen), colouring.lacks(colour, seen));
    return colouring.confidence().ruling(verdict, seen);
  }
}
