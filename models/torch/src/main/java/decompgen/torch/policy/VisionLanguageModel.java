package decompgen.torch.policy;

import decompgen.domain.error.Failure;
import decompgen.torch.checkpoint.JsonFile;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.memory.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A language model that is shown pictures: their features stand in the place of some tokens'
 * embeddings. A model of texts alone is one that takes none. Platform threads only.
 */
public interface VisionLanguageModel extends AutoCloseable {

  /**
   * Reads a checkpoint's folder as the hub has it; the architecture is what config.json says.
   *
   * @throws Failure MODEL_UNREADABLE, naming file, key, shape and dtype, when it does not fit;
   *     CONFIG_INVALID when the device is not there
   */
  static VisionLanguageModel read(Path folder, Placement placement) {
    placement.device().require();
    JsonFile config = JsonFile.read(folder.resolve("config.json"));
    Architecture architecture = Architecture.of(config);
    return architecture.read(Weights.open(folder), config, placement);
  }

  /** The language model; closed with this. */
  LanguageModel language();

  /** Where its tensors lie and in which type it computes. */
  Placement placement();

  /** Where features belong among token ids. */
  ImageTokens imageTokens();

  /**
   * What stands in the place of pictures' tokens: frozen, recorded by no backward pass.
   *
   * @param pixels normalised, [N, 3, S, S] of any floating type, anywhere
   * @return [N, n, D], n tokens a picture
   */
  Tensor features(Tensor pixels);

  /**
   * Embeddings of a prompt with its pictures.
   *
   * @param ids a picture's place as {@link ImageTokens} has it, expanded or not
   * @param features [n, D] each, in the pictures' order
   * @return [1, L, D], L the length of the expanded ids
   * @throws Failure REQUEST_INVALID when ids and features do not fit
   */
  default Tensor embed(long[] ids, List<Tensor> features) {
    long[] text = imageTokens().expand(ids, features.size()).clone();
    int[] starts = imageTokens().starts(text, features.size());
    int each = imageTokens().each();
    for (int start : starts) Arrays.fill(text, start, start + each, 0);
    language().requireKnown(text);
    return TensorScope.of(
        () -> {
          Tensor embeddings =
              language().embed(Tensors.on(placement().device(), text, 1, text.length));
          for (int i = 0; i < starts.length; i++)
            embeddings.narrow(1, starts[i], each).copy_(features.get(i).unsqueeze(0));
          return embeddings;
        });
  }

  @Override
  void close();
}
