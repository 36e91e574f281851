package decompgen.torch.world;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges responses by the truth of the pictures: finds the world's nouns, singular or plural, the
 * longest first (a stop sign is no sign), each once.
 */
public final class TruthJudge {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Map<String, String> nounByForm = new HashMap<>();
  private final Pattern forms;

  public TruthJudge(World world) {
    world.things().cutouts().stream()
        .flatMap(cutout -> Stream.concat(cutout.nouns().stream(), cutout.also().stream()))
        .forEach(this::add);
    forms =
        Pattern.compile(
            nounByForm.keySet().stream()
                .sorted(comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(joining("|", "\\b(?:", ")\\b")));
  }

  private void add(String noun) {
    nounByForm.put(noun, noun);
    nounByForm.put(NounForms.of(noun).many(), noun);
  }

  /** What the response names of the scene, and what else. */
  public Mentions judge(String response, Scene scene) {
    Set<String> real = new HashSet<>();
    Set<String> hallucinated = new HashSet<>();
    Matcher matcher = forms.matcher(response.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String noun = nounByForm.getOrDefault(matcher.group(), matcher.group());
      (holds(scene, noun) ? real : hallucinated).add(noun);
    }
    int missed =
        (int)
            scene.groups().values().stream()
                .map(group -> group.getFirst().cutout().nouns())
                .filter(nouns -> nouns.stream().noneMatch(real::contains))
                .count();
    return new Mentions(real, hallucinated, missed, words(response));
  }

  /** Whether a noun, or a part of a thing, may truly be named. */
  private static boolean holds(Scene scene, String noun) {
    return scene.things().stream()
        .map(Scene.Thing::cutout)
        .anyMatch(cutout -> cutout.nouns().contains(noun) || cutout.also().contains(noun));
  }

  private static int words(String response) {
    return response.isBlank() ? 0 : SPACE.split(response.strip()).length;
  }
}
