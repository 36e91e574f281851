package decompgen.torch.pretrain;

import decompgen.domain.preference.Candidate;
import decompgen.domain.preference.LengthBalance;
import decompgen.domain.preference.Pairing;
import decompgen.domain.preference.Preference;
import decompgen.torch.adapter.Lora;
import decompgen.torch.policy.Adaptation;
import decompgen.torch.train.TokenPair;
import decompgen.torch.world.Mentions;
import decompgen.torch.world.Scene;
import decompgen.torch.world.TruthJudge;
import decompgen.torch.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The whole loop in the toy world: respond, judge by the truth, pair, train, respond better. */
final class ToyTrial implements AutoCloseable {
  private static final int SAMPLES = 8;
  private static final double TEMPERATURE = .7;

  /** Chosen on pictures of the runs 310, 311, 1201 and 1202, confirmed on others. */
  private static final Pairing PAIRING = new Pairing(.2, 2, 2, 3);

  private static final LengthBalance BALANCE = new LengthBalance(-.02);

  private final World world = World.load();
  private final TruthJudge judge = new TruthJudge(world);
  private final ToyPolicy policy;

  ToyTrial(Path folder) {
    this.policy = new ToyPolicy(folder, world);
  }

  List<Scene> scenes(long run, int count) {
    return world.scenes(run, 0).limit(count).toList();
  }

  /** Means over responses, one to each scene. */
  record Means(double hallucinated, double real, double words) {
    @Override
    public String toString() {
      return "hallucinated %.3f, true %.3f, words %.1f".formatted(hallucinated, real, words);
    }
  }

  Means measure(List<Scene> scenes, double temperature, Adaptation adaptation) {
    List<List<int[]>> responses = policy.respond(scenes, 1, temperature, adaptation);
    double hallucinated = 0;
    double real = 0;
    double words = 0;
    for (int i = 0; i < scenes.size(); i++) {
      Mentions mentions = judge(responses.get(i).getFirst(), scenes.get(i));
      hallucinated += mentions.hallucinated().size();
      real += mentions.real().size();
      words += mentions.words();
    }
    int n = scenes.size();
    return new Means(hallucinated / n, real / n, words / n);
  }

  /** As {@link #measure} with an adapter from its folder. */
  Means measure(List<Scene> scenes, double temperature, Path adapter) {
    try (Lora lora = policy.adapter(adapter)) {
      return measure(scenes, temperature, lora);
    }
  }

  private Mentions judge(int[] response, Scene scene) {
    return judge.judge(policy.text(response), scene);
  }

  /** A response, its scene, and what it names. */
  record Judged(Scene scene, int[] tokens, Mentions mentions) {}

  /** Responses of some scenes, judged, and paired scene by scene; balanced in length. */
  List<TokenPair> pairs(List<Scene> scenes) {
    List<List<int[]>> responses = policy.respond(scenes, SAMPLES, TEMPERATURE, Adaptation.NONE);
    List<Preference<Judged>> pairs = new ArrayList<>();
    for (int i = 0; i < scenes.size(); i++) pairs.addAll(pairs(scenes.get(i), responses.get(i)));
    List<Preference<Judged>> kept = BALANCE.balance(pairs);
    return IntStream.range(0, kept.size()).mapToObj(i -> pair(i, kept.get(i))).toList();
  }

  private List<Preference<Judged>> pairs(Scene scene, List<int[]> responses) {
    List<Candidate<Judged>> candidates =
        responses.stream().map(tokens -> candidate(scene, tokens)).toList();
    return PAIRING.pairs(candidates).stream()
        .filter(pair -> pair.chosen().response().mentions().faultless())
        .toList();
  }

  private Candidate<Judged> candidate(Scene scene, int[] tokens) {
    Mentions mentions = judge(tokens, scene);
    return new Candidate<>(
        new Judged(scene, tokens, mentions),
        mentions.quality(),
        mentions.decided(),
        mentions.words());
  }

  private TokenPair pair(int number, Preference<Judged> preference) {
    Judged chosen = preference.chosen().response();
    Judged rejected = preference.rejected().response();
    return policy.pair("pair " + number, chosen.scene(), chosen.tokens(), rejected.tokens());
  }

  /** Trains an adapter into a folder and says where it is. */
  Path train(List<TokenPair> pairs, long seed, Path run) {
    return policy.train(pairs, seed, run);
  }

  @Override
  public void close() {
    policy.close();
  }
}
