package decompgen.torch.port;

import decompgen.domain.picture.Picture;
import decompgen.domain.policy.Turn;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.image.ImageProcessor;
import decompgen.torch.image.PixelValues;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.Tensors;
import decompgen.torch.policy.ImageTokens;
import decompgen.torch.policy.VisionLanguageModel;
import decompgen.torch.text.Chat;
import decompgen.torch.text.Message;
import decompgen.torch.text.Tokenizer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint's folder, opened: its network, its tokenizer, how it writes conversations, how it
 * takes pictures.
 *
 * @param images null where no pictures are taken
 */
record OpenCheckpoint(
    Path folder,
    VisionLanguageModel model,
    Tokenizer tokenizer,
    Chat chat,
    @Nullable ImageProcessor images)
    implements AutoCloseable {

  /**
   * @throws decompgen.domain.error.Failure MODEL_UNREADABLE, naming file and key
   */
  static OpenCheckpoint open(Path folder, Placement placement) {
    VisionLanguageModel model = VisionLanguageModel.read(folder, placement);
    try {
      return open(folder, model, Tokenizer.open(folder));
    } catch (RuntimeException unreadable) {
      model.close();
      throw unreadable;
    }
  }

  /** Closes the tokenizer when the folder is refused. */
  static OpenCheckpoint open(Path folder, VisionLanguageModel model, Tokenizer tokenizer) {
    try {
      ImageProcessor images = images(folder, model.imageTokens());
      return new OpenCheckpoint(folder, model, tokenizer, Chat.read(folder, tokenizer), images);
    } catch (RuntimeException unreadable) {
      tokenizer.close();
      throw unreadable;
    }
  }

  private static @Nullable ImageProcessor images(Path folder, ImageTokens tokens) {
    return switch (tokens) {
      case ImageTokens.None _ -> null;
      case ImageTokens.Repeated _ -> ImageProcessor.read(folder);
      case ImageTokens.Between _ ->
          ImageProcessor.square(
              JsonFile.read(folder.resolve("config.json"))
                  .part("visual")
                  .positive("image_size", 448));
    };
  }

  /** The folder's name. */
  String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** The same, whose chat writes another day; closed with this. */
  OpenCheckpoint at(Clock clock) {
    return new OpenCheckpoint(folder, model, tokenizer, chat.at(clock), images);
  }

  /** The ids up to where a response begins, with as many image tokens as the pictures take. */
  long[] prompt(List<Turn> turns, int pictures) {
    int[] ids = chat.prompt(messages(turns, pictures));
    return model.imageTokens().expand(Arrays.stream(ids).asLongStream().toArray(), pictures);
  }

  /** The ids of a response to these turns, its end included. */
  int[] response(List<Turn> turns, int pictures, String text) {
    return chat.response(messages(turns, pictures), text);
  }

  private static List<Message> messages(List<Turn> turns, int pictures) {
    List<Message> messages = new ArrayList<>();
    List<String> names = new ArrayList<>();
    IntStream.rangeClosed(1, pictures).forEach(i -> names.add(i + ".jpg"));
    for (Turn turn : turns) {
      if (turn.role() == Turn.Role.USER) {
        messages.add(Message.ask(names, turn.text()));
        names.clear();
      } else {
        messages.add(Message.of(Message.Role.valueOf(turn.role().name()), turn.text()));
      }
    }
    return Collections.unmodifiableList(messages);
  }

  /** A picture as the tower takes it: f32 [1, 3, S, S], in the scope that is open now. */
  Tensor pixels(Picture picture) {
    if (images == null) throw new IllegalStateException(name() + " takes no pictures");
    PixelValues pixels = images.process(picture);
    return Tensors.of(pixels.values(), 1, 3, pixels.heightPixels(), pixels.widthPixels());
  }

  @Override
  public void close() {
    tokenizer.close();
    model.close();
  }
}
