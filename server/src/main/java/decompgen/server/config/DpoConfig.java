package decompgen.server.config;

import com.fasterxml.jackson.databind.JsonNode;
import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.dpo.Measure;
import decompgen.domain.dpo.Objective;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What dpo.yaml and a recipe over it say; every key is explained there. */
public record DpoConfig(
    Loss loss,
    Lora lora,
    OptimizerSettings optimizer,
    Decay schedule,
    BatchSettings batch,
    Computation computation,
    SavingSettings saving) {
  public DpoConfig {
    settings(loss, lora, optimizer, schedule, batch, computation, saving);
  }

  /** The settings as the trainer takes them. */
  public TrainingSettings settings() {
    return settings(loss, lora, optimizer, schedule, batch, computation, saving);
  }

  /** Wrong words and values are refused here, while the file is read. */
  private static TrainingSettings settings(
      Loss loss,
      Lora lora,
      OptimizerSettings optimizer,
      Decay schedule,
      BatchSettings batch,
      Computation computation,
      SavingSettings saving) {
    return new TrainingSettings(
        loss.settings(),
        lora.settings(),
        optimizer,
        schedule.settings(),
        batch,
        computation.settings(),
        saving);
  }

  public record Loss(
      String objective, double beta, double labelSmoothing, String policy, String reference) {
    DpoLoss settings() {
      return new DpoLoss(
          choice(Objective.class, "loss.objective", objective),
          beta,
          labelSmoothing,
          choice(Measure.class, "loss.policy", policy),
          choice(Measure.class, "loss.reference", reference));
    }
  }

  /**
   * @param targets a list of names, or one text
   */
  public record Lora(
      int rank, double alpha, double dropout, boolean rankStabilised, JsonNode targets) {
    LoraSettings settings() {
      return new LoraSettings(rank, alpha, dropout, rankStabilised, chosen());
    }

    private Targets chosen() {
      if (targets.isTextual())
        return targets.asText().equals("all-linear")
            ? new Targets.AllLinear()
            : new Targets.Expression(targets.asText());
      List<String> names = new ArrayList<>();
      targets.forEach(name -> names.add(name.asText()));
      return new Targets.Names(names);
    }
  }

  public record Decay(String decay, double warmup) {
    Schedule settings() {
      return new Schedule(choice(Schedule.Decay.class, "schedule.decay", decay), warmup);
    }
  }

  public record Computation(
      String layout, boolean gradientCheckpointing, int maxLength, int cachedPictures) {
    ComputationSettings settings() {
      return new ComputationSettings(
          choice(PairLayout.class, "computation.layout", layout),
          gradientCheckpointing,
          maxLength,
          cachedPictures);
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String key, String word) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int at = words.indexOf(word);
    if (at < 0)
      throw new IllegalArgumentException(
          key + ": " + word + "; choose " + String.join(" or ", words));
    return type.getEnumConstants()[at];
  }
}
