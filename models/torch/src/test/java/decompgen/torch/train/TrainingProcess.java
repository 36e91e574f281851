package decompgen.torch.train;

import decompgen.domain.dpo.DpoLoss;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.training.BatchSettings;
import decompgen.domain.training.ComputationSettings;
import decompgen.domain.training.LoraSettings;
import decompgen.domain.training.OptimizerSettings;
import decompgen.domain.training.PairLayout;
import decompgen.domain.training.SavingSettings;
import decompgen.domain.training.Schedule;
import decompgen.domain.training.Targets;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.memory.Torch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A training in a process of its own, so that it can be killed; one thread, dropout, shuffled. */
final class TrainingProcess {
  private static final int STOPPED = 3;

  private TrainingProcess() {}

  /**
   * @param arguments the run's folder, steps in all, and after which of them to stop, 0 never
   */
  public static void main(String[] arguments) {
    Torch.threads(1);
    int stopAfter = Integer.parseInt(arguments[2]);
    Cancellation stop = new Cancellation();
    try (DpoFixture llava = DpoFixture.llava()) {
      TrainingSettings settings = settings(Integer.parseInt(arguments[1]));
      new DpoTraining(llava.trainee, llava.base, settings)
          .run(
              new TrainingData(llava.pairs.subList(0, 6), llava.pairs.subList(6, 8)),
              Path.of(arguments[0]),
              event -> {
                if (event instanceof TrainingEvent.Stepped(var metrics)) {
                  System.out.println("step " + metrics.step());
                  if (metrics.step() == stopAfter) stop.cancel();
                }
              },
              stop);
    } catch (Failure failure) {
      System.out.println(failure.code() + ": " + failure.detail());
      System.exit(STOPPED);
    }
    System.exit(0);
  }

  static TrainingSettings settings(int steps) {
    return new TrainingSettings(
        new DpoLoss(.1, 0),
        new LoraSettings(
            4, 8, .2, false, new Targets.Expression(".*language_model.*\\.(q_proj|up_proj)")),
        OptimizerSettings.of(.005),
        new Schedule(Schedule.Decay.COSINE, .1),
        new BatchSettings(2, 2, 1000, steps, true, 11),
        new ComputationSettings(PairLayout.SHARED_PREFIX, true, 512, 2),
        new SavingSettings(1, 2, 0));
  }

  /**
   * Starts one.
   *
   * @param limit largest file that it can write, in KiB; 0: any
   */
  static Process start(Path run, int steps, int stopAfter, int limit) throws IOException {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.bytedeco.javacpp.nopointergc=true",
            property("org.bytedeco.javacpp.cachedir"),
            property("parity.dir"),
            "-cp",
            System.getProperty("java.class.path"),
            TrainingProcess.class.getName(),
            run.toString(),
            String.valueOf(steps),
            String.valueOf(stopAfter));
    String limited = limit == 0 ? "exec \"$@\"" : "ulimit -f " + limit + "; exec \"$@\"";
    List<String> command = Stream.concat(Stream.of("bash", "-c", limited, "bash"), java).toList();
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String property(String name) {
    return "-D" + name + "=" + System.getProperty(name);
  }
}
