package decompgen.domain.verdict;

import static java.util.Objects.requireNonNull;

import decompgen.domain.evidence.Evidence.Boxes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every number that the default rules decide by. Its text is the same for equal numbers and names
 * them all, so that a rulebook's version can be drawn from it.
 */
public record Thresholds(
    Presence presence,
    Counting counting,
    Placing placing,
    Sizing sizing,
    Reading reading,
    Colouring colouring,
    Kinds kinds,
    Stuff stuff,
    Looking looking) {
  public Thresholds {
    requireNonNull(presence, "presence");
    requireNonNull(counting, "counting");
    requireNonNull(placing, "placing");
    requireNonNull(sizing, "sizing");
    requireNonNull(reading, "reading");
    requireNonNull(colouring, "colouring");
    requireNonNull(kinds, "kinds");
    requireNonNull(stuff, "stuff");
    requireNonNull(looking, "looking");
  }

  /** The numbers that ship, for the models that ship; DECISIONS.md says how they were found. */
  public static Thresholds standard() {
    return new Thresholds(
        new Presence(new Levels(.4, .15), levels(), lookalikes(), .1, new Logistic(2.3, .2)),
        new Counting(new Levels(.4, .2), .1, .5, 12, new Confidence(.94, .06)),
        new Placing(.03, .02, .25, .1, .8, new Confidence(.97, .05)),
        new Sizing(1.5, new Confidence(.93, .12)),
        new Reading(.2, .5, 3, .5, 2, new Confidence(.92, .1)),
        new Colouring(
            new Colouring.Shares(.12, .03, .4),
            new Colouring.Shares(.4, .03, .6),
            .1,
            .005,
            .02,
            .05,
            new Confidence(.95, .05)),
        new Kinds(new Levels(.6, .05), .5, .3, new Confidence(.87, .13)),
        new Stuff(stuffLevels(), new Confidence(.96, .02)),
        new Looking(.15, .08, .6, .1, 8));
  }

  /** What is often far away, and small things, which are denied only when there is no trace. */
  private static SortedMap<String, Levels> levels() {
    SortedMap<String, Levels> levels = new TreeMap<>();
    for (String label : List.of("bird", "boat", "clock", "kite", "traffic light"))
      levels.put(label, new Levels(.4, .08));
    for (String label : List.of("bottle", "cup", "wine glass", "cell phone"))
      levels.put(label, new Levels(.4, .05));
    for (String label :
        List.of(
            "book",
            "carrot",
            "fork",
            "hair drier",
            "handbag",
            "knife",
            "mouse",
            "remote",
            "scissors",
            "spoon",
            "sports ball",
            "tie",
            "toothbrush")) levels.put(label, new Levels(.4, .03));
    return levels;
  }

  /** By cross-validation on the photos that the classifier learned stuff from. */
  private static SortedMap<String, Levels> stuffLevels() {
    return new TreeMap<>(
        Map.of(
            "building", new Levels(.65, .2),
            "cloud", new Levels(.65, .2),
            "grass", new Levels(.5, .15),
            "mountain or hill", new Levels(.65, .15),
            "sand", new Levels(.7, 0),
            "sky", new Levels(.65, .25),
            "tree", new Levels(.8, .2),
            "water", new Levels(.7, .15)));
  }

  private static SortedMap<String, SortedSet<String>> lookalikes() {
    SortedMap<String, SortedSet<String>> lookalikes = new TreeMap<>();
    for (Set<String> alike :
        List.of(
            Set.of("skateboard", "snowboard", "surfboard", "skis"),
            Set.of("backpack", "handbag", "suitcase"),
            Set.of("car", "truck"),
            Set.of("chair", "couch"),
            Set.of("cell phone", "remote"),
            Set.of("potted plant", "vase")))
      for (String label : alike) {
        SortedSet<String> others = lookalikes.computeIfAbsent(label, _ -> new TreeSet<>());
        others.addAll(alike);
        others.remove(label);
      }
    return lookalikes;
  }

  /**
   * The detector's levels by class label, {@code standard} for classes not named; the {@code
   * lookalikes} of a class are taken for it so often that it is not held to be missing where one of
   * them is.
   */
  public record Presence(
      Levels standard,
      SortedMap<String, Levels> classes,
      SortedMap<String, SortedSet<String>> lookalikes,
      double overlooked,
      Logistic calibration) {
    public Presence {
      requireNonNull(standard, "standard");
      SortedMap<String, SortedSet<String>> copied = new TreeMap<>();
      lookalikes.forEach(
          (label, others) ->
              copied.put(label, Collections.unmodifiableSortedSet(new TreeSet<>(others))));
      lookalikes = Collections.unmodifiableSortedMap(copied);
      requireFraction("overlooked", overlooked);
      requireNonNull(calibration, "calibration");
      classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    /** P(there) of a class with that best score, in [0,1]. */
    double probability(String label, double score) {
      double calibrated = calibration.of(score, of(label));
      return small(label) ? Math.max(overlooked, calibrated) : calibrated;
    }

    /** Levels without lookalikes. */
    public Presence(Levels standard, Map<String, Levels> classes, Logistic calibration) {
      this(standard, new TreeMap<>(classes), new TreeMap<>(), 0, calibration);
    }

    /** What the scores of all classes say of one, best boxes or not. */
    Verdict verdict(String label, Boxes located) {
      Verdict verdict = of(label).verdict(located.best(label));
      return verdict == Verdict.CONTRADICTED && mistaken(label, located)
          ? Verdict.UNANSWERABLE
          : verdict;
    }

    private boolean mistaken(String label, Boxes located) {
      return lookalikes.getOrDefault(label, Collections.emptySortedSet()).stream()
          .anyMatch(other -> located.best(other) >= of(other).present());
    }

    /** Whether it is of things so small that a trace of them is taken for the thing. */
    public boolean small(String label) {
      return of(label).absent() < standard.absent() / 2;
    }

    public Levels of(String label) {
      return classes.getOrDefault(label, standard);
    }
  }

  /**
   * Counting: boxes from {@code levels.present} on are surely there, from {@code levels.absent} on
   * they may be ({@code small}: the same for small things), where the class's own levels are not
   * higher; boxes of one noun that overlap by {@code duplicate} or more (intersection over union)
   * are one thing; with more than {@code crowd} boxes nothing is decided.
   */
  public record Counting(
      Levels levels, double small, double duplicate, int crowd, Confidence confidence) {
    public Counting {
      requireNonNull(levels, "levels");
      requireFraction("small", small);
      requireFraction("duplicate", duplicate);
      if (!(crowd > 0)) throw new IllegalArgumentException("crowd: " + crowd);
      requireNonNull(confidence, "confidence");
    }
  }

  /**
   * Places, in fractions of the image's sides: centres nearer than {@code margin} are neither left
   * nor right; boxes with a gap up to {@code near} are near each other, from {@code far} on they
   * are not; who holds, rides or wears has less than {@code touch} between; a thing is in another
   * when that share of it, {@code inside}, lies in the other's box.
   */
  public record Placing(
      double margin, double near, double far, double touch, double inside, Confidence confidence) {
    public Placing {
      requireFraction("margin", margin);
      requireFraction("far", far);
      requireFraction("touch", touch);
      requireFraction("inside", inside);
      if (!(0 <= near && near <= far)) throw new IllegalArgumentException("near: " + near);
      requireNonNull(confidence, "confidence");
    }
  }

  /**
   * Comparing sizes: one is larger when its area, taller or longer when the square on its height or
   * length, is at least {@code ratio} times the other's.
   */
  public record Sizing(double ratio, Confidence confidence) {
    public Sizing {
      if (!(ratio >= 1)) throw new IllegalArgumentException("ratio: " + ratio);
      requireNonNull(confidence, "confidence");
    }
  }

  /**
   * Reading: edit distance as a share of the quote's letters, up to {@code same} it is there unless
   * one of its words is not, from {@code other} on it is not; quotes of up to {@code strict}
   * letters must be read as they are, and are never denied; lines below {@code legible} are not
   * counted as read; where lines were found that could not be read, a quote is contradicted only
   * when at least {@code enough} times its letters were read.
   */
  public record Reading(
      double same, double other, int strict, double legible, double enough, Confidence confidence) {
    public Reading {
      requireFraction("other", other);
      if (!(enough >= 0)) throw new IllegalArgumentException("enough: " + enough);
      requireFraction("legible", legible);
      if (!(0 <= same && same <= other)) throw new IllegalArgumentException("same: " + same);
      if (!(strict >= 0)) throw new IllegalArgumentException("strict: " + strict);
      requireNonNull(confidence, "confidence");
    }
  }

  /**
   * Kinds: {@code shares} of the classifier's probability within the family (huskies among dogs),
   * when the family itself has at least {@code family}; {@code scene} of a whole picture, or of a
   * box, supports a noun that the detector does not know.
   */
  public record Kinds(Levels shares, double family, double scene, Confidence confidence) {
    public Kinds {
      requireNonNull(shares, "shares");
      requireFraction("family", family);
      requireFraction("scene", scene);
      requireNonNull(confidence, "confidence");
    }
  }

  /** Stuff by its label: the classifier's probability of it being in the whole picture. */
  public record Stuff(SortedMap<String, Levels> classes, Confidence confidence) {
    public Stuff {
      classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
      requireNonNull(confidence, "confidence");
    }

    /** What a probability says; of what has no levels nothing is held. */
    Verdict verdict(String label, double probability) {
      Levels known = classes.get(label);
      return known == null ? Verdict.UNANSWERABLE : known.verdict(probability);
    }
  }

  /**
   * Closer looks, at what the whole picture has at least {@code trace} of: at boxes whose name the
   * detector doubts, with scores from {@code least} to {@code sure}, with at least {@code area} of
   * the picture, at {@code most} so many.
   */
  public record Looking(double trace, double least, double sure, double area, int most) {
    public Looking {
      requireFraction("trace", trace);
      requireFraction("sure", sure);
      requireFraction("area", area);
      if (!(0 <= least && least <= sure)) throw new IllegalArgumentException("least: " + least);
      if (!(most >= 0)) throw new IllegalArgumentException("most: " + most);
    }
  }

  private static void requireFraction(String name, double value) {
    if (!(0 <= value && value <= 1)) throw new IllegalArgumentException(name + ": " + value);
  }
}
