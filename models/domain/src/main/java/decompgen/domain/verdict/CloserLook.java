package decompgen.domain.verdict;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Vocabulary;
import decompgen.domain.claim.Vocabulary.Naming.Hypernym;
import decompgen.domain.claim.Vocabulary.Naming.Hyponym;
import decompgen.domain.claim.Vocabulary.Naming.Synonym;
import decompgen.domain.claim.Vocabulary.Naming.Unknown;
import decompgen.domain.evidence.Detection;
import decompgen.domain.evidence.Evidence;
import decompgen.domain.evidence.Evidence.Boxes;
import decompgen.domain.evidence.Evidence.Label;
import decompgen.domain.evidence.Evidence.Labels;
import decompgen.domain.expert.Question;
import decompgen.domain.picture.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds things that the detector has no class for ("a guitar"): it boxes them all the same, under
 * names that it is not sure of, and the classifier says what they are.
 */
public record CloserLook(Vocabulary vocabulary, Thresholds.Looking looking) {
  /** Boxes that overlap so much (intersection over union) show one thing. */
  private static final double ALIKE = .5;

  /** A box that shares so much of itself or of a better one shows the same, or a part of it. */
  private static final double UPON = .7;

  private static final Comparator<Detection> BEST_FIRST =
      Comparator.comparingDouble(box -> -box.score());

  public CloserLook {
    requireNonNull(vocabulary, "vocabulary");
    requireNonNull(looking, "looking");
  }

  /**
   * What the classifier is to say for the claim: of the whole picture, and of the best boxes of
   * doubtful names within it. Nothing when the detector has classes for all that the claim speaks
   * of.
   */
  List<Question> questions(Claim claim, Boxes located) {
    if (sought(claim).isEmpty()) return List.of();
    List<Question> questions = new ArrayList<>(List.of(new Question.Whole()));
    for (Box box : doubtful(located)) questions.add(new Question.Patch(box));
    return questions;
  }

  /**
   * What the detector saw, and what the classifier named: boxes under the claim's own nouns, with
   * the probability of all labels that are the noun.
   *
   * @param looks the answers to {@link #questions}
   */
  Boxes widened(Claim claim, Boxes located, List<Evidence> looks) {
    List<Detection> boxes = new ArrayList<>(located.boxes());
    Map<String, Double> scores = new HashMap<>(located.classScores());
    for (String noun : sought(claim)) {
      double whole = probability(noun, (Labels) looks.getFirst());
      List<Detection> named =
          boxed(noun) && whole >= looking.trace() ? named(noun, looks) : List.of();
      scores.put(noun, Math.max(whole, sure(named)));
      boxes.addAll(different(named));
    }
    boxes.sort(BEST_FIRST);
    return new Boxes(boxes, scores);
  }

  /**
   * The best score, or 0 when even that is doubtful: a part is named more boldly than a picture.
   */
  private double sure(List<Detection> named) {
    double best = named.isEmpty() ? 0 : named.getFirst().score();
    return best >= looking.sure() ? best : 0;
  }

  /** Each region that was looked at under this name, best first. */
  private List<Detection> named(String noun, List<Evidence> looks) {
    return looks.stream()
        .map(Labels.class::cast)
        .map(seen -> new Detection(noun, probability(noun, seen), seen.region()))
        .sorted(BEST_FIRST)
        .toList();
  }

  /** Boxes of different things: none within a better one, or around it, nor the whole picture. */
  private static List<Detection> different(List<Detection> named) {
    List<Detection> kept = new ArrayList<>();
    for (Detection box : named)
      if (!box.box().equals(Box.WHOLE)
          && kept.stream().noneMatch(better -> upon(better.box(), box.box()))) kept.add(box);
    return kept;
  }

  private static boolean upon(Box better, Box box) {
    return better.inside(box) >= UPON || box.inside(better) >= UPON;
  }

  private double probability(String noun, Labels seen) {
    Set<String> named = vocabulary.classifierLabels(noun);
    double sum =
        seen.labels().stream()
            .filter(label -> named.contains(label.label()))
            .mapToDouble(Label::score)
            .sum();
    return Math.min(1, sum);
  }

  /** Boxes whose names are not sure, and that are large enough to be looked at, best first. */
  private List<Box> doubtful(Boxes located) {
    List<Box> boxes = new ArrayList<>();
    located.boxes().stream()
        .filter(box -> box.score() >= looking.least() && box.score() < looking.sure())
        .map(Detection::box)
        .filter(box -> box.area() >= looking.area())
        .forEach(box -> keep(box, boxes));
    return boxes.subList(0, Math.min(looking.most(), boxes.size()));
  }

  private void keep(Box box, List<Box> boxes) {
    if (boxes.stream().noneMatch(better -> better.iou(box) >= ALIKE)) boxes.add(box);
  }

  /** The claim's nouns that the classifier knows and the detector does not, or only in part. */
  private Set<String> sought(Claim claim) {
    return claim.nouns().stream().filter(this::sought).collect(toUnmodifiableSet());
  }

  private boolean sought(String noun) {
    return !vocabulary.classifierLabels(noun).isEmpty()
        && switch (vocabulary.detectorClass(noun)) {
          case Unknown _ -> true;
          case Hypernym(_, boolean complete) -> !complete;
          case Synonym _, Hyponym _ -> false;
        };
  }

  /** Whether a box can be the thing: grounds have none, and other things are the detector's. */
  private boolean boxed(String noun) {
    return vocabulary.detectorClass(noun) instanceof Unknown && !vocabulary.scenery(noun);
  }
}
