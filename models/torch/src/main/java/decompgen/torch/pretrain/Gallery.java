package decompgen.torch.pretrain;

import decompgen.domain.picture.Crop;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.Resampling;
import decompgen.torch.memory.Dtype;
import decompgen.torch.memory.TensorScope;
import decompgen.torch.memory.Tensors;
import decompgen.torch.world.Scene;
import decompgen.torch.world.World;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Painted scenes in the size that the tower takes, 3 bytes a pixel. */
final class Gallery implements AutoCloseable {
  static final int SIDE = 112;

  private final List<Scene> scenes;
  private final BytePointer bytes;
  private final Tensor pictures;
  private final Tensor mean;
  private final Tensor deviation;

  private Gallery(List<Scene> scenes, BytePointer bytes) {
    this.scenes = scenes;
    this.bytes = bytes;
    long[] extents = {scenes.size(), SIDE, SIDE, 3};
    this.pictures = torch.from_blob(bytes, extents, new TensorOptions(Dtype.U8.scalarType()));
    this.mean = Tensors.of(new float[] {.48145466f, .4578275f, .40821073f}, 3);
    this.deviation = Tensors.of(new float[] {.26862954f, .26130258f, .27577711f}, 3);
  }

  /** Paints scenes on all cores. */
  static Gallery paint(World world, List<Scene> scenes) {
    int size = 3 * SIDE * SIDE;
    BytePointer bytes = new BytePointer((long) size * scenes.size());
    ByteBuffer buffer = bytes.asByteBuffer();
    IntStream.range(0, scenes.size())
        .parallel()
        .forEach(
            i -> {
              Picture picture = world.paint(scenes.get(i));
              buffer.put(
                  i * size, Resampling.BICUBIC.resize(picture, Crop.whole(picture), SIDE, SIDE));
            });
    return new Gallery(scenes, bytes);
  }

  int size() {
    return scenes.size();
  }

  Scene scene(int row) {
    return scenes.get(row);
  }

  /** CLIP's pixel values, f32 [rows, 3, {@value #SIDE}, {@value #SIDE}]. */
  Tensor pixelValues(long... rows) {
    return TensorScope.of(
        () ->
            pictures
                .index_select(0, Tensors.of(rows, rows.length))
                .to(Dtype.F32.scalarType())
                .div(new Scalar(255))
                .sub(mean)
                .div(deviation)
                .permute(0, 3, 1, 2)
                .contiguous());
  }

  @Override
  public void close() {
    deviation.close();
    mean.close();
    pictures.close();
    bytes.close();
  }
}
