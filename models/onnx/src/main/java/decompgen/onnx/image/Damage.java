package decompgen.onnx.image;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * Warnings of a decoder that filled in missing pixels: libjpeg paints the rest of a file that
 * breaks off grey and goes on. Grey made up is nothing to judge a response by.
 */
final class Damage implements IIOReadWarningListener {
  private @Nullable String warning;

  @Override
  public void warningOccurred(ImageReader source, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("premature end")
        || lower.contains("corrupt")
        || lower.contains("truncated")) {
      warning = text;
      source.abort(); // a header may claim megapixels that are not worth painting
    }
  }

  void requireNone() throws IOException {
    if (warning != null) throw new IOException(warning);
  }
}
