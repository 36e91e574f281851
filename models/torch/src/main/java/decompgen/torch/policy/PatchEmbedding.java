package decompgen.torch.policy;

import decompgen.domain.error.ErrorCode;
import decompgen.domain.error.Failure;
import decompgen.torch.memory.Placement;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A picture's square patches, row by row, each projected by the same matrix (Dosovitskiy et al.
 * 2021, Eq. 1): a convolution whose stride is its kernel.
 *
 * @param weight [W, 3, patch, patch]
 * @param imageSize pixels of a side
 */
record PatchEmbedding(Tensor weight, int imageSize, Placement placement) {

  /**
   * @param pixels [N, 3, imageSize, imageSize], of any floating type, anywhere
   * @return [N, patches, W]
   * @throws Failure MODEL_FAILED when the extents are others
   */
  Tensor apply(Tensor pixels) {
    if (pixels.dim() != 4
        || pixels.size(1) != 3
        || pixels.size(2) != imageSize
        || pixels.size(3) != imageSize)
      throw new Failure(
          ErrorCode.MODEL_FAILED,
          "pixels are %s, the vision tower takes [N, 3, %d, %d]: preprocessor_config.json and config.json must agree"
              .formatted(Tensors.shape(pixels), imageSize, imageSize));
    return TensorScope.of(() -> torch.linear(patches(placement.bring(pixels)), flat()));
  }

  private Tensor patches(Tensor pixels) {
    long patch = weight.size(2);
    long grid = imageSize / patch;
    long used = grid * patch;
    return pixels
        .narrow(2, 0, used)
        .narrow(3, 0, used)
        .reshape(pixels.size(0), 3, grid, patch, grid, patch)
        .permute(0, 2, 4, 1, 3, 5)
        .reshape(pixels.size(0), grid * grid, 3 * patch * patch);
  }

  private Tensor flat() {
    return weight.view(weight.size(0), -1);
  }
}
