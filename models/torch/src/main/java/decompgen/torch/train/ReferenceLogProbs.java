package decompgen.torch.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import decompgen.domain.dpo.CompletionLogProb;
import decompgen.domain.dpo.PairLogProbs;
import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.TrainingEvent.Referenced;
import decompgen.domain.training.TrainingListener;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.AtomicFolder;
import decompgen.torch.policy.Adaptation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Log-probabilities of all pairs under the reference, the network with its adapter off: computed
 * once, kept in the training's folder, used by every run that goes on with it.
 */
final class ReferenceLogProbs {
  private static final String FILE = "reference.json";

  private final RunIdentity identity;
  private final Path folder;
  private final List<TokenPair> pairs;

  ReferenceLogProbs(RunIdentity identity, Path runFolder, TrainingData data) {
    this.identity = identity;
    this.folder = runFolder.resolve("reference");
    this.pairs = data.all();
  }

  /**
   * Reads them, or computes and writes them.
   *
   * @return one a pair; fewer when it was stopped, then nothing is written
   * @throws Failure CONFIG_INVALID when the folder holds another training's; MODEL_UNREADABLE when
   *     its file lacks a pair; MODEL_FAILED, naming the pair, when one is not finite
   */
  List<PairLogProbs> load(
      Trainee trainee, TrainingSettings settings, TrainingListener listener, Cancellation stop) {
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) return read(JsonFile.read(file));
    CompletionScorer scorer = new CompletionScorer(trainee);
    List<PairLogProbs> known = new ArrayList<>();
    int size = settings.batch().pairs();
    for (int at = 0; at < pairs.size() && !stop.cancelled(); at += size) {
      List<TokenPair> some = pairs.subList(at, Math.min(pairs.size(), at + size));
      known.addAll(scorer.score(some, settings.computation().layout(), Adaptation.NONE));
      requireFinite(known, at);
      listener.on(new Referenced(known.size(), pairs.size()));
    }
    if (known.size() == pairs.size()) write(known);
    return known;
  }

  private void requireFinite(List<PairLogProbs> known, int from) {
    for (int i = from; i < known.size(); i++)
      if (!Double.isFinite(known.get(i).chosen().sum() + known.get(i).rejected().sum()))
        throw new Failure(
            ErrorCode.MODEL_FAILED,
            "the reference's log-probabilities of pair %s are %s and %s: its pixels, the weights or the dtype are to blame"
                .formatted(
                    pairs.get(i).name(),
                    known.get(i).chosen().sum(),
                    known.get(i).rejected().sum()));
  }

  private List<PairLogProbs> read(JsonFile file) {
    identity.require(file.file(), file.json());
    List<PairLogProbs> known = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      JsonNode sums = file.json().path("logps").path(i);
      if (!sums.path(0).isNumber() || !sums.path(1).isNumber())
        throw file.refuse("logps", "lacks pair " + (i + 1) + "; delete the file to begin anew");
      TokenPair pair = pairs.get(i);
      known.add(
          new PairLogProbs(
              new CompletionLogProb(sums.path(0).doubleValue(), pair.chosen().length),
              new CompletionLogProb(sums.path(1).doubleValue(), pair.rejected().length)));
    }
    return known;
  }

  private void write(List<PairLogProbs> known) {
    ObjectNode json = identity.json();
    ArrayNode sums = json.putArray("logps");
    for (PairLogProbs pair : known)
      sums.addArray().add(pair.chosen().sum()).add(pair.rejected().sum());
    try {
      AtomicFolder.write(
          folder, partial -> new ObjectMapper().writeValue(partial.resolve(FILE).toFile(), json));
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.INTERNAL,
          "%s could not be written (%s). Free space or choose another output folder."
              .formatted(folder.resolve(FILE), failed.getMessage()),
          failed);
    }
  }
}
