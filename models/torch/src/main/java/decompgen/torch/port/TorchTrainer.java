package decompgen.torch.port;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.training.Trainer;
import decompgen.domain.training.TrainingEvent;
import decompgen.domain.training.TrainingEvent.LeftOut;
import decompgen.domain.training.TrainingListener;
import decompgen.domain.training.TrainingPair;
import decompgen.domain.training.TrainingResult;
import decompgen.domain.training.TrainingSettings;
import decompgen.torch.adapter.BaseModel;
import decompgen.torch.memory.Placement;
import decompgen.torch.train.DpoTraining;
import decompgen.torch.train.PictureFeatures;
import decompgen.torch.train.TokenPair;
import decompgen.torch.train.Trainee;
import decompgen.torch.train.TrainingData;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/** Trains adapters for one checkpoint by DPO in libtorch. */
public final class TorchTrainer implements Trainer {
  private final OpenCheckpoint checkpoint;
  private final PictureDecoder decoder;

  /** Ids of the images read so far, so that a changed file is another picture. */
  private final Map<Path, String> ids = new HashMap<>();

  private final Map<String, Path> files = new HashMap<>();

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
    List<LeftOut> leftOut = new ArrayList<>();
    TrainingData data =
        new TrainingData(tokens(pairs.training(), leftOut), tokens(pairs.heldOut(), leftOut));
    if (data.training().isEmpty()) throw nothingToTrainOn(leftOut);
    int cached = settings.computation().cachedPictures();
    try (FileChannel _ = locked(folder);
        PictureFeatures features = new PictureFeatures(checkpoint.model(), this::pixels, cached)) {
      Trainee trainee = Trainee.of(checkpoint.model(), features);
      TrainingResult result =
          new DpoTraining(trainee, new BaseModel(checkpoint.folder()), settings)
              .run(data, folder, naming(leftOut, listening.listener()), listening.stop());
      return new TrainingResult(
          result.steps(), result.adapter(), result.metrics(), both(leftOut, result.leftOut()));
    } catch (IOException failed) {
      throw new Failure(
          ErrorCode.INTERNAL, folder + " cannot be written: " + failed.getMessage(), failed);
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

  private List<TokenPair> tokens(List<TrainingPair> pairs, List<LeftOut> leftOut) {
    List<TokenPair> tokens = new ArrayList<>();
    for (TrainingPair pair : pairs) {
      try {
        pair.images().forEach(this::look);
        tokens.add(tokens(pair));
      } catch (Failure unfit) {
        if (unfit.code().kind() != ErrorCode.Kind.CALLER) throw unfit;
        leftOut.add(new LeftOut(pair.name(), unfit.detail()));
      }
    }
    return tokens;
  }

  private TokenPair tokens(TrainingPair pair) {
    int pictures = pair.images().size();
    return new TokenPair(
        pair.name(),
        pair.images().stream().map(this::look).toList(),
        Arrays.stream(checkpoint.prompt(pair.prompt(), pictures))
            .mapToInt(Math::toIntExact)
            .toArray(),
        response(pair, pair.chosen()),
        response(pair, pair.rejected()));
  }

  /** A response must not hold a picture's tokens: no picture would belong to them. */
  private int[] response(TrainingPair pair, String text) {
    int[] ids = checkpoint.response(pair.prompt(), pair.images().size(), text);
    Set<Integer> reserved = checkpoint.model().imageTokens().reserved();
    if (Arrays.stream(ids).noneMatch(reserved::contains)) return ids;
    throw new Failure(
        ErrorCode.REQUEST_INVALID, "a response holds the token that stands for a picture");
  }

  private Tensor pixels(String image) {
    return checkpoint.pixels(picture(requireNonNull(files.get(image), image)));
  }

  /** Decodes an image once, so that a broken one is known before anything is trained. */
  private String look(Path image) {
    return ids.computeIfAbsent(
        image,
        file -> {
          String id = picture(file).id().value();
          files.put(id, file);
          return id;
        });
  }

  private Picture picture(Path image) {
    try {
      return decoder.decode(Files.readAllBytes(image));
    } catch (Failure broken) {
      throw new Failure(broken.code(), image + ": " + broken.detail(), broken);
    } catch (IOException unreadable) {
      throw new Failure(
          ErrorCode.IMAGE_UNREADABLE, image + " cannot be read: " + unreadable, unreadable);
    }
  }

  @Override
  public void close() {
    checkpoint.close();
  }
}
