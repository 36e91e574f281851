package decompgen.loadtests.policy;

import decompgen.domain.hash.Sha256;
import decompgen.domain.picture.Picture;
import decompgen.domain.picture.PictureId;
import decompgen.torch.image.ImageProcessor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Making the pixels that LLaVA-1.5's tower takes of a picture: one task for both sides. */
record PictureTask(ImageProcessor processor, Picture picture) {
  private static final int TIMES = 20;

  /** In the words of the hub's llava-1.5-7b-hf. */
  private static final String PROCESSOR =
      """
      {"image_processor_type": "CLIPImageProcessor", "size": {"shortest_edge": 336},
       "crop_size": {"height": 336, "width": 336}}
      """;

  /** Writes the processor's settings and a picture of 640 x 480 of noise, as raw RGB bytes. */
  static PictureTask in(Path folder) throws IOException {
    byte[] rgb = new byte[3 * 640 * 480];
    new Random(1).nextBytes(rgb);
    Files.write(folder.resolve("picture.rgb"), rgb);
    Files.writeString(folder.resolve("preprocessor_config.json"), PROCESSOR);
    return new PictureTask(
        ImageProcessor.read(folder), new Picture(PictureId.of(rgb), 640, 480, rgb));
  }

  /** Milliseconds of one of several times in a row. */
  double millis() {
    long began = System.nanoTime();
    for (int i = 0; i < TIMES; i++) processor.process(picture);
    return (System.nanoTime() - began) / 1e6 / TIMES;
  }

  /** Hash of the pixels as float32 in little-endian order, [3, 336, 336]. */
  String sha256() {
    float[] values = processor.process(picture).values();
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return Sha256.hex(bytes.array());
  }
}
