package decompgen.onnx.expert;

import decompgen.domain.picture.Box;
import java.util.List;

/**
 * What a classifier makes of each cell of a grid over a picture: class activation maps (Zhou et al.
 * 2016, "Learning Deep Features for Discriminative Localization", eq. 1 and 2). A network that ends
 * in an average over the grid and a linear layer may as well put the layer first: the mean of all
 * cells' logits is the picture's, and the mean of some cells' is that of the region they cover.
 *
 * @param side cells in a row, and rows
 * @param classes logits in a cell
 * @param logits float[side² · classes], rows of cells from top left
 */
record Cells(int side, int classes, float[] logits) {
  /** Whether an output of that shape holds as many rows of cells as columns. */
  static boolean fit(List<Integer> shape, int classes) {
    return shape.size() == 3
        && shape.getFirst() == 1
        && shape.getLast() == classes
        && square(side(shape.get(1))) == shape.get(1);
  }

  static Cells of(int classes, float[] logits) {
    int side = side(logits.length / classes);
    if (square(side) * classes != logits.length)
      throw new IllegalArgumentException(logits.length + " logits of " + classes + " classes");
    return new Cells(side, classes, logits);
  }

  private static int side(int cells) {
    return (int) Math.round(Math.sqrt(cells));
  }

  private static int square(int side) {
    return side * side;
  }

  /** The probability of each class in a region, by the cells in it, cut ones by their share. */
  float[] probabilities(Box region) {
    double[] mean = new double[classes];
    double weight = 0;
    for (int row = 0; row < side; row++)
      for (int column = 0; column < side; column++) {
        double share = cell(row, column).overlap(region);
        if (share == 0) continue;
        weight += share;
        int from = (row * side + column) * classes;
        for (int i = 0; i < classes; i++) mean[i] += share * logits[from + i];
      }
    return softmax(mean, weight);
  }

  private Box cell(int row, int column) {
    return new Box(
        (double) column / side, (double) row / side, (column + 1.0) / side, (row + 1.0) / side);
  }

  /** Of sums that are to be divided by the weight first; all classes alike when that is 0. */
  private static float[] softmax(double[] sums, double weight) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double sum : sums) highest = Math.max(highest, sum);
    double total = 0;
    float[] shares = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double power = weight == 0 ? 1 : Math.exp((sums[i] - highest) / weight);
      shares[i] = (float) power;
      total += power;
    }
    for (int i = 0; i < shares.length; i++) shares[i] /= (float) total;
    return shares;
  }
}
