package decompgen.torch.port;

import static java.util.Objects.requireNonNull;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.domain.expert.Cancellation;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureDecoder;
import decompgen.domain.training.TrainingEvent.LeftOut;
import decompgen.domain.training.TrainingPair;
import decompgen.torch.train.TokenPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * Pairs in a checkpoint's tokens, and the pictures that they name; what does not fit is left out.
 */
final class PairTokens {
  private final OpenCheckpoint checkpoint;
  private final PictureDecoder decoder;
  private final Cancellation stop;
  private final List<LeftOut> leftOut = new ArrayList<>();

  /** Ids of the images read so far: a file with another picture is another image. */
  private final Map<Path, String> ids = new HashMap<>();

  private final Map<String, Path> files = new HashMap<>();

  PairTokens(OpenCheckpoint checkpoint, PictureDecoder decoder, Cancellation stop) {
    this.checkpoint = checkpoint;
    this.decoder = decoder;
    this.stop = stop;
  }

  /** The pairs that were left out so far, and why. */
  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * Those of the pairs that fit, in their order; each image is decoded once, so that a broken one
   * is known before anything is trained.
   *
   * @throws Failure CANCELLED between two pairs
   */
  List<TokenPair> of(List<TrainingPair> pairs) {
    List<TokenPair> tokens = new ArrayList<>();
    for (TrainingPair pair : pairs) {
      if (stop.cancelled())
        throw new Failure(
            ErrorCode.CANCELLED, "stopped while pairs were read; the same training can go on");
      try {
        tokens.add(tokens(pair));
      } catch (Failure unfit) {
        if (unfit.code().kind() != ErrorCode.Kind.CALLER) throw unfit;
        leftOut.add(new LeftOut(pair.name(), unfit.detail()));
      }
    }
    return tokens;
  }

  private TokenPair tokens(TrainingPair pair) {
    List<String> pictures = pair.images().stream().map(this::look).toList();
    long[] prompt = checkpoint.prompt(pair.prompt(), pictures.size());
    return new TokenPair(
        pair.name(),
        pictures,
        Arrays.stream(prompt).mapToInt(Math::toIntExact).toArray(),
        response(pair, pair.chosen()),
        response(pair, pair.rejected()));
  }

  /** A response must not hold a picture's tokens: no picture would belong to them. */
  private int[] response(TrainingPair pair, String text) {
    int[] ids = checkpoint.response(pair.prompt(), pair.images().size(), text);
    checkpoint.model().language().requireKnown(Arrays.stream(ids).asLongStream().toArray());
    Set<Integer> reserved = checkpoint.model().imageTokens().reserved();
    if (Arrays.stream(ids).noneMatch(reserved::contains)) return ids;
    throw new Failure(
        ErrorCode.REQUEST_INVALID, "a response holds the token that stands for a picture");
  }

  private String look(Path image) {
    return ids.computeIfAbsent(
        image,
        file -> {
          String id = picture(file).id().value();
          files.put(id, file);
          return id;
        });
  }

  /** What the tower takes of a picture that a pair names: f32 [1, 3, S, S]. */
  Tensor pixels(String picture) {
    return checkpoint.pixels(picture(requireNonNull(files.get(picture), picture)));
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
}
