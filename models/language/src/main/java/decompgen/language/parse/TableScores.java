package decompgen.language.parse;

import edu.emory.mathcs.nlp.learning.optimization.OnlineOptimizer;
import edu.emory.mathcs.nlp.learning.util.FeatureVector;
import edu.emory.mathcs.nlp.learning.util.Instance;
import edu.emory.mathcs.nlp.learning.util.SparseItem;
import edu.emory.mathcs.nlp.learning.util.WeightVector;

/** Scores of a parser's labels from a {@link WeightTable}; it cannot be trained. */
final class TableScores extends OnlineOptimizer {
  private static final long serialVersionUID = 1L;

  private final transient WeightTable table;

  TableScores(WeightTable table) {
    super(new WeightVector(), 0, 0);
    this.table = table;
    addLabels(table.labels());
  }

  @Override
  public float[] scores(FeatureVector x) {
    float[] scores = new float[table.labels().size()];
    for (SparseItem item : x.getSparseVector()) table.addTo(scores, item.getIndex() - 1);
    return scores;
  }

  @Override
  protected void trainAux(Instance instance) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void updateMiniBatch() {
    throw new UnsupportedOperationException();
  }

  @Override
  protected int getPredictedLabel(Instance instance) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected float getLearningRate(int index, boolean sparse) {
    return 0;
  }
}
