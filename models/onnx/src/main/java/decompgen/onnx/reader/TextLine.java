package decompgen.onnx.reader;

import decompgen.domain.picture.Box;
import decompgen.domain.picture.Picture;

/** A line of text in a picture, not read yet. */
record TextLine(Picture picture, LineFrame frame) {
  /** Height of every line brought upright, in pixels. */
  static final int HEIGHT = 48;

  // Narrower than this the recogniser's steps run out.
  private static final double LEAST_WIDTH = 8;

  /** Width when it is brought to its height in its proportions, at most so many pixels. */
  int width(int most) {
    double width = Math.ceil(HEIGHT * frame.widthPixels() / frame.heightPixels());
    return (int) Math.clamp(width, LEAST_WIDTH, most);
  }

  /** Its pixels, upright; squeezed when they would be wider than that. */
  Patch cut(int mostWidth) {
    return Patch.cut(picture, frame, width(mostWidth), HEIGHT);
  }

  /** The same pixels, read upside down. */
  TextLine turned() {
    return new TextLine(picture, frame.turned());
  }

  /** The upright box around it, relative to its picture. */
  Box bounds() {
    return frame.bounds(picture.widthPixels(), picture.heightPixels());
  }

  /** Whether the boxes around both share more than a third of the smaller one. */
  boolean covers(TextLine other) {
    Box mine = bounds();
    Box theirs = other.bounds();
    return 3 * mine.overlap(theirs) > Math.min(mine.area(), theirs.area());
  }
}
