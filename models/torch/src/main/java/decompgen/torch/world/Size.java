package decompgen.torch.world;

/** How much of a picture's side a thing's longer side takes, in words. */
enum Size {
  SMALL,
  MEDIUM,
  LARGE;

  static Size of(double share) {
    return share < .31 ? SMALL : share < .39 ? MEDIUM : LARGE;
  }
}
