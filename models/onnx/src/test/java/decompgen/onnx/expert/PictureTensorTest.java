package decompgen.onnx.expert;

import static org.assertj.core.api.Assertions.assertThat;

import decompgen.onnx.engine.NdArray.Bytes;
import decompgen.onnx.engine.NdArray.Floats;
import decompgen.onnx.engine.Shape;
import decompgen.onnx.image.Interpolation;
import decompgen.onnx.repository.Preprocessing;
import decompgen.onnx.repository.Preprocessing.Channels;
import decompgen.onnx.repository.Preprocessing.Resize;
import decompgen.onnx.repository.TensorSpec;
import decompgen.onnx.repository.TensorSpec.Layout;
import decompgen.onnx.repository.TensorSpec.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureTensorTest {
  /** Two pixels side by side: (0, 51, 102) and (153, 204, 255), fifths of 255. */
  private static final byte[] RGB = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255};

  @Test
  void of_bytesInPictureOrder_areTheSameArray() {
    Bytes tensor = (Bytes) PictureTensor.of(RGB, spec(Type.UINT8, Layout.NHWC), raw(Channels.RGB));
    assertThat(tensor.values()).isSameAs(RGB);
    assertThat(tensor.shape()).isEqualTo(Shape.of(1, 1, 2, 3));
  }

  @Test
  void of_bluePlaneFirst_planesAreReversed() {
    Bytes tensor = (Bytes) PictureTensor.of(RGB, spec(Type.UINT8, Layout.NCHW), raw(Channels.BGR));
    assertThat(tensor.values()).containsExactly(102, 255, 51, 204, 0, 153);
    assertThat(tensor.shape()).isEqualTo(Shape.of(1, 3, 1, 2));
  }

  @Test
  void of_floats_scaledByChannel() {
    Preprocessing scaled =
        new Preprocessing(
            Resize.STRETCH,
            Interpolation.BILINEAR,
            Channels.RGB,
            null,
            null,
            List.of(0.0, .2, .4),
            List.of(1.0, 2.0, .5));
    Floats tensor = (Floats) PictureTensor.of(RGB, spec(Type.FLOAT32, Layout.NHWC), scaled);
    // 0/1, (.2-.2)/2, (.4-.4)/.5, .6/1, (.8-.2)/2, (1-.4)/.5
    assertThat(tensor.values()).containsExactly(0f, 0f, 0f, .6f, .3f, 1.2f);
  }

  @Test
  void of_floatsWithoutScale_rawValues() {
    Floats tensor =
        (Floats) PictureTensor.of(RGB, spec(Type.FLOAT32, Layout.NHWC), raw(Channels.RGB));
    assertThat(tensor.values()).containsExactly(0f, 51f, 102f, 153f, 204f, 255f);
  }

  private static TensorSpec spec(Type type, Layout layout) {
    List<Integer> shape = layout == Layout.NHWC ? List.of(1, 1, 2, 3) : List.of(1, 3, 1, 2);
    return new TensorSpec("image", type, shape, layout);
  }

  private static Preprocessing raw(Channels channels) {
    return new Preprocessing(
        Resize.STRETCH, Interpolation.BILINEAR, channels, null, null, null, null);
  }
}
