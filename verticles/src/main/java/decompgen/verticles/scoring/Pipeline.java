package decompgen.verticles.scoring;

import static java.util.Objects.requireNonNull;

import decompgen.domain.claim.Claim;
import decompgen.domain.claim.Decomposer;
import decompgen.domain.claim.Sentence;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.domain.score.Fingerprint;
import decompgen.domain.verdict.Rulebook;
import decompgen.verticles.lane.CachedLane;
import decompgen.verticles.lane.ExpertLane;
import decompgen.verticles.lane.Lane;
import decompgen.verticles.lane.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every score runs through, in order: decode, decompose, experts, rules.
 *
 * @param experts by name; {@code detector} is there always
 */
public record Pipeline(
    CachedLane<PictureId, byte[], Picture> decode,
    Decomposer decomposer,
    Lane<Passage, List<Claim>> language,
    Map<String, ExpertLane> experts,
    Rulebook rulebook)
    implements AutoCloseable {
  /** One sentence and what was claimed before it. */
  public record Passage(Sentence sentence, List<Claim> before) {
    public Passage {
      before = List.copyOf(before);
    }
  }

  static final String DETECTOR = "detector";

  public Pipeline {
    experts = Map.copyOf(experts);
    for (String needed : needed(rulebook))
      if (!experts.containsKey(needed))
        throw new Failure(
            ErrorCode.CONFIG_INVALID,
            "the rules ask the expert " + needed + ", which is not configured");
  }

  /** What makes scores of this pipeline comparable. */
  Fingerprint fingerprint() {
    Stream<String> versions =
        experts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(expert -> expert.getKey() + " " + expert.getValue().version());
    return Fingerprint.of(
        Stream.concat(Stream.of(decomposer.version(), rulebook.version()), versions).toList());
  }

  ExpertLane expert(String name) {
    return requireNonNull(experts.get(name), name);
  }

  /** A place in every lane; fails with OVERLOADED when one is full, holding none. */
  List<Place> admit() {
    List<Place> places = new ArrayList<>();
    for (Lane<?, ?> lane : lanes()) {
      Optional<Place> place = lane.reserve();
      if (place.isEmpty()) {
        places.forEach(Place::close);
        throw new Failure(
            ErrorCode.OVERLOADED,
            "All places of lane "
                + lane.name()
                + " are taken: send the request again in a moment.");
      }
      places.add(place.get());
    }
    return places;
  }

  private List<Lane<?, ?>> lanes() {
    List<Lane<?, ?>> lanes = new ArrayList<>(List.of(decode.lane(), language));
    experts.values().forEach(expert -> lanes.add(expert.lane()));
    lanes.sort(Comparator.comparing(Lane::name));
    return lanes;
  }

  private static List<String> needed(Rulebook rulebook) {
    Stream<String> asked = rulebook.rules().stream().map(rule -> rule.expert());
    return Stream.concat(Stream.of(DETECTOR), asked).distinct().toList();
  }

  /** Ends all lanes and frees the models. */
  @Override
  public void close() {
    decode.close();
    language.close();
    experts.values().forEach(ExpertLane::close);
  }
}
