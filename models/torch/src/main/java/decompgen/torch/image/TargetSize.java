package decompgen.torch.image;

import decompgen.domain.picture.Picture;

/** The size to which a picture is resized. */
public sealed interface TargetSize {
  /** Pixels across that this picture gets, at least 1. */
  int width(Picture picture);

  /** Pixels from top to bottom that this picture gets, at least 1. */
  int height(Picture picture);

  /** The shorter side gets so many pixels, the longer one in proportion, rounded down. */
  record ShortestEdge(int pixels) implements TargetSize {
    public ShortestEdge {
      if (!(pixels > 0)) throw new IllegalArgumentException("shortest edge: " + pixels);
    }

    @Override
    public int width(Picture picture) {
      return side(picture.widthPixels(), picture.heightPixels());
    }

    @Override
    public int height(Picture picture) {
      return side(picture.heightPixels(), picture.widthPixels());
    }

    private int side(int one, int other) {
      return one <= other ? pixels : (int) ((double) ((long) pixels * one) / other);
    }
  }

  /** Both sides are given; the proportions are lost. */
  record Exact(int heightPixels, int widthPixels) implements TargetSize {
    public Exact {
      if (!(heightPixels > 0 && widthPixels > 0))
        throw new IllegalArgumentException("size: " + widthPixels + "x" + heightPixels);
    }

    @Override
    public int width(Picture picture) {
      return widthPixels;
    }

    @Override
    public int height(Picture picture) {
      return heightPixels;
    }
  }
}
