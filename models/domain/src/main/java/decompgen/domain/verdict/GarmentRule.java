package decompgen.domain.verdict;

import static java.util.stream.Collectors.toMap;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Claim.AttributeClaim;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Colours;
import decompgen.domain.evidence.Evidence.None;
import decompgen.domain.expert.Colour;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether clothes have a colour, by that of the part of a person's box that wears them. No detector
 * here knows clothes, but where persons are, most of their chest is a shirt or what is worn over
 * it, and most of their thighs are trousers. It judges openly, for it needs the wearer, not the
 * garment.
 */
record GarmentRule(Thresholds.Presence presence, Colouring colouring) implements Rule {
  /** Part of a standing person's box: {left, top, right, bottom} in shares of it. */
  private enum Part {
    CHEST(.3, .22, .7, .5),
    LEGS(.3, .55, .7, .85),
    BODY(0, 0, 1, 1);

    private final double left;
    private final double top;
    private final double right;
    private final double bottom;

    Part(double left, double top, double right, double bottom) {
      this.left = left;
      this.top = top;
      this.right = right;
      this.bottom = bottom;
    }

    Box of(Box person) {
      return Box.clipped(
          person.x0() + left * person.width(),
          person.y0() + top * person.height(),
          person.x0() + right * person.width(),
          person.y0() + bottom * person.height());
    }
  }

  private static final Map<String, Part> GARMENTS =
      Stream.of(
              Map.entry(
                  Part.CHEST,
                  Set.of(
                      "shirt",
                      "t-shirt",
                      "tshirt",
                      "tee shirt",
                      "tee",
                      "jacket",
                      "coat",
                      "sweater",
                      "hoodie",
                      "sweatshirt",
                      "blouse",
                      "jersey",
                      "vest",
                      "top",
                      "tank top",
                      "polo shirt",
                      "dress shirt",
                      "suit jacket",
                      "blazer")),
              Map.entry(
                  Part.LEGS,
                  Set.of(
                      "pants",
                      "pant",
                      "trousers",
                      "trouser",
                      "jeans",
                      "jean",
                      "leggings",
                      "sweatpants",
                      "snow pants",
                      "ski pants")),
              Map.entry(
                  Part.BODY,
                  Set.of(
                      "dress",
                      "gown",
                      "robe",
                      "suit",
                      "uniform",
                      "outfit",
                      "clothes",
                      "clothing",
                      "skirt",
                      "shorts",
                      "apron",
                      "kimono",
                      "overalls",
                      "wetsuit")))
          .flatMap(part -> part.getValue().stream().map(word -> Map.entry(word, part.getKey())))
          .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final Set<Colour> SKIN =
      Set.of(Colour.RED, Colour.PINK, Colour.ORANGE, Colour.BROWN);

  @Override
  public String judge() {
    return "colour";
  }

  @Override
  public boolean judgesOpenly() {
    return true;
  }

  @Override
  public boolean judges(Claim claim) {
    return claim instanceof AttributeClaim(_, var attribute, var noun)
        && GARMENTS.containsKey(noun)
        && Colour.named(attribute).isPresent();
  }

  /** Two for each person: the part that wears it, and the whole person. */
  @Override
  public List<Question> questions(Claim claim, Boxes located) {
    Part part = part(claim);
    return new Sightings(Set.of("person"), located, presence)
        .likely().stream()
            .limit(Sightings.MOST_REGIONS)
            .map(Detection::box)
            .<Question>mapMulti(
                (person, ask) -> {
                  ask.accept(new Question.Patch(part.of(person)));
                  ask.accept(new Question.Patch(person));
                })
            .toList();
  }

  /**
   * One wearer of the colour is enough; to contradict, all persons must lack it from head to foot.
   */
  @Override
  public Ruling rule(Claim claim, Boxes located, List<Evidence> answers) {
    if (answers.isEmpty()) return Ruling.unanswerable(new None());
    Colour colour = Colour.named(((AttributeClaim) claim).attribute()).orElseThrow();
    List<Colours> seen = answers.stream().map(Colours.class::cast).toList();
    boolean shows = false;
    boolean lacks = true;
    for (int i = 0; i < seen.size(); i += 2) {
      shows |= part(claim) != Part.BODY && shows(colour, seen.get(i));
      lacks &= colouring.lacks(colour, seen.get(i)) && colouring.clear(colour, seen.get(i + 1));
    }
    Verdict verdict = Colouring.verdict(shows, lacks);
    return colouring.confidence().ruling(verdict, seen.getFirst());
  }

  /** Skin looks like a garment of some colours: of those more must be seen. */
  private boolean shows(Colour colour, Colours part) {
    return SKIN.contains(colour) ? colouring.covers(colour, part) : colouring.shows(colour, part);
  }

  private static Part part(Claim claim) {
    return GARMENTS.getOrDefault(((AttributeClaim) claim).noun(), Part.CHEST);
  }
}
