package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.Lora;
import decompgen.torch.memory.Device;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Safetensors;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.VisionLanguageModel;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a training computes changes nothing of what it learns, and leaves no memory behind. */
@Tag("native")
class TrainingComputationTest {
  @TempDir Path run;
  private final TextTraining training = new TextTraining();

  @AfterEach
  void close() {
    training.close();
  }

  @Test
  void run_layoutsAndRecomputing_moveTheAdapterEqually() {
    double[] plain = adapter(PairLayout.PLAIN, false);
    double[] recomputed = adapter(PairLayout.PLAIN, true);
    double[] shared = adapter(PairLayout.SHARED_PREFIX, true);
    for (int i = 0; i < plain.length; i++) {
      assertThat(recomputed[i]).isCloseTo(plain[i], within(1e-6));
      assertThat(shared[i]).isCloseTo(plain[i], within(1e-5));
    }
  }

  private double[] adapter(PairLayout layout, boolean checkpointing) {
    Path folder = run.resolve(layout + " " + checkpointing);
    new DpoTraining(training.trainee, training.base, TinyTraining.without(0, layout, checkpointing))
        .run(
            TrainingData.of(TinyTraining.pairs(6)),
            folder,
            training.events::add,
            new Cancellation());
    try (Lora lora = training.adapter(folder)) {
      return Tensors.doubles(lora.weights().values());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Dtype.class,
      names = {"BF16", "F16"})
  void run_halfPrecision_trainsAnAdapterInFloat32(Dtype dtype) {
    try (VisionLanguageModel half =
        VisionLanguageModel.read(TextTraining.MODEL, new Placement(Device.CPU, dtype))) {
      TrainingSettings settings = TinyTraining.without(0, PairLayout.SHARED_PREFIX, true);
      new DpoTraining(Trainee.text(half.language(), half.placement()), training.base, settings)
          .run(
              TrainingData.of(TinyTraining.pairs(6)),
              run,
              training.events::add,
              new Cancellation());
    }
    assertThat(training.loss(1)).isCloseTo(Math.log(2), within(1e-6));
    assertThat(training.loss(10)).isLessThan(.6);
    try (Safetensors adapter = Safetensors.open(run.resolve("adapter/adapter_model.safetensors"))) {
      for (String key : adapter.keys())
        assertThat(adapter.info(key).dtype()).as(key).isEqualTo(Dtype.F32);
    }
  }

  @Test
  void run_recomputingWithDropout_usesTheSameMasks() {
    training.train(TinyTraining.pairs(6), TinyTraining.settings(8, false), run);
    double kept = training.loss(8);
    run = run.resolve("again");
    training.events.clear();
    training.train(TinyTraining.pairs(6), TinyTraining.settings(8, true), run);
    assertThat(training.loss(8)).isCloseTo(kept, within(1e-5));
  }

  @Test
  void run_sixtySteps_memoryStaysFlatAndNothingIsLeft() {
    assertFlat(60);
  }

  @Test
  @Tag("load")
  void run_thousandSteps_memoryStaysFlatAndNothingIsLeft() {
    assertFlat(1000);
  }

  private void assertFlat(int steps) {
    training.train(TinyTraining.pairs(6), TinyTraining.settings(20), run);
    long pointers = Pointer.totalCount();
    long[] early = new long[2];
    run = run.resolve("flat");
    new DpoTraining(training.trainee, training.base, TinyTraining.settings(steps))
        .run(
            TrainingData.of(TinyTraining.pairs(6)),
            run,
            event -> {
              if (event instanceof TrainingEvent.Stepped(var metrics)) {
                if (metrics.step() == 20) early[0] = Pointer.totalCount();
                if (metrics.step() == 20) early[1] = Pointer.physicalBytes();
                if (metrics.step() == steps) {
                  assertThat(Pointer.totalCount()).isEqualTo(early[0]);
                  assertThat(Pointer.physicalBytes() - early[1]).isLessThan(48L << 20);
                }
              }
            },
            new Cancellation());
    assertThat(Pointer.totalCount()).isEqualTo(pointers);
  }
}
