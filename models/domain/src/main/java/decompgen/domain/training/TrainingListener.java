package decompgen.domain.training;

/** Hears of a training, on its thread: what takes long here slows it down. */
@FunctionalInterface
public interface TrainingListener {
  void on(TrainingEvent event);
}
