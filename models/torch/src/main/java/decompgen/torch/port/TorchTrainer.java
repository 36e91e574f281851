package decompgen.torch.port;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.training.Trainer;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingEvent.LeftOut;
import decompgen.domain.training.TrainingListener;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Torch;
import decompgen.torch.train.DpoTraining;
import decompgen.torch.train.PictureFeatures;
import decompgen.torch.train.Trainee;
import decompgen.torch.train.TrainingData;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains adapters for one checkpoint by DPO in libtorch. Beside what {@link DpoTraining} keeps, the
 * folder has a lock and the {@linkplain TrainingDay day} of its beginning.
 */
public final class TorchTrainer implements Trainer {
  private final OpenCheckpoint checkpoint;
  private final PictureDecoder decoder;

  private TorchTrainer(OpenCheckpoint checkpoint, PictureDecoder decoder) {
    this.checkpoint = checkpoint;
    this.decoder = decoder;
  }

  /**
   * @throws Failure MODEL_UNREADABLE when the checkpoint is damaged; CONFIG_INVALID when the device
   *     is not there
   */
  public static TorchTrainer open(Path folder, Placement placement, PictureDecoder decoder) {
    return new TorchTrainer(OpenCheckpoint.open(folder, placement), decoder);
  }

  @Override
  public TrainingResult train(
      Pairs pairs, TrainingSettings settings, Path folder, Listening listening) {
    try (FileChannel _ = locked(folder)) {
      PairTokens tokens =
          new PairTokens(checkpoint.at(TrainingDay.of(folder)), decoder, listening.stop());
      TrainingData data = new TrainingData(tokens.of(pairs.training()), tokens.of(pairs.heldOut()));
      if (data.training().isEmpty()) throw nothingToTrainOn(tokens.leftOut());
      return Torch.told(
          checkpoint.name(), () -> train(data, tokens, settings, new Run(folder, listening)));
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.INTERNAL, folder + " cannot be written: " + failed.getMessage(), failed);
    }
  }

  /** Where a training is kept, and who hears of it. */
  private record Run(Path folder, Listening listening) {}

  private TrainingResult train(
      TrainingData data, PairTokens tokens, TrainingSettings settings, Run run) {
    int cached = settings.computation().cachedPictures();
    List<LeftOut> leftOut = tokens.leftOut();
    TrainingListener listener = naming(leftOut, run.listening().listener());
    try (PictureFeatures features =
        new PictureFeatures(checkpoint.model(), tokens::pixels, cached)) {
      Trainee trainee = Trainee.of(checkpoint.model(), features);
      TrainingResult result =
          new DpoTraining(trainee, new BaseModel(checkpoint.folder()), settings)
              .run(data, run.folder(), listener, run.listening().stop());
      return new TrainingResult(
          result.steps(), result.adapter(), result.metrics(), both(leftOut, result.leftOut()));
    }
  }

  /** One training at a time in a folder; the lock goes with the process, however it ends. */
  private static FileChannel locked(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) return channel;
    } catch (OverlappingFileLockException ownProcess) {
      // told below, as for any other process
    }
    channel.close();
    throw new Failure(
        ErrorCode.CONFIG_INVALID,
        folder + " is in use by another training; wait for it or choose another --out");
  }

  private static Failure nothingToTrainOn(List<LeftOut> leftOut) {
    String why =
        leftOut.isEmpty()
            ? "there are no pairs"
            : "all %d are left out, the first, %s, because: %s"
                .formatted(leftOut.size(), leftOut.getFirst().pair(), leftOut.getFirst().reason());
    return new Failure(ErrorCode.REQUEST_INVALID, "nothing to train on: " + why);
  }

  /** What was left out here is told with what the training leaves out. */
  private static TrainingListener naming(List<LeftOut> leftOut, TrainingListener listener) {
    return event ->
        listener.on(
            event instanceof TrainingEvent.Prepared prepared
                ? new TrainingEvent.Prepared(
                    prepared.pairs(),
                    both(leftOut, prepared.leftOut()),
                    prepared.steps(),
                    prepared.done(),
                    prepared.estimatedBytes())
                : event);
  }

  private static List<LeftOut> both(List<LeftOut> here, List<LeftOut> there) {
    return Stream.concat(here.stream(), there.stream()).toList();
  }

  @Override
  public void close() {
    checkpoint.close();
  }
}
