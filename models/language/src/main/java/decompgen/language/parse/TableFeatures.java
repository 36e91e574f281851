package decompgen.language.parse;

import edu.emory.mathcs.nlp.component.template.feature.Direction;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.feature.Relation;
import edu.emory.mathcs.nlp.component.template.feature.Source;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.state.NLPState;
import edu.emory.mathcs.nlp.component.template.train.HyperParameter;
import edu.emory.mathcs.nlp.learning.util.SparseVector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The features of a parser state as numbers in a {@link WeightTable}. Templates are written {@code
 * source:window:relation:field:attribute}, the parts of a joint feature with blanks between.
 */
final class TableFeatures<S extends NLPState<NLPNode>> extends FeatureTemplate<NLPNode, S> {
  private static final long serialVersionUID = 1L;

  private final transient WeightTable table;

  TableFeatures(WeightTable table) {
    super(null, new HyperParameter());
    this.table = table;
    table.setTemplates().forEach(template -> addSet(items(template)[0]));
    table.templates().forEach(template -> add(items(template)));
  }

  static String written(FeatureItem... items) {
    List<String> parts = new ArrayList<>();
    for (FeatureItem item : items)
      parts.add(
          item.source
              + ":"
              + item.window
              + ":"
              + (item.relation == null ? "" : item.relation)
              + ":"
              + item.field
              + ":"
              + (item.attribute == null ? "" : item.attribute));
    return String.join(" ", parts);
  }

  private static FeatureItem[] items(String template) {
    return List.of(template.split(" ")).stream()
        .map(TableFeatures::item)
        .toArray(FeatureItem[]::new);
  }

  private static FeatureItem item(String written) {
    String[] parts = written.split(":", -1);
    Field field = Field.valueOf(parts[3]);
    return new FeatureItem(
        Source.valueOf(parts[0]),
        parts[2].isEmpty() ? null : Relation.valueOf(parts[2]),
        Integer.parseInt(parts[1]),
        field,
        attribute(field, parts[4]));
  }

  private static @Nullable Object attribute(Field field, String written) {
    if (written.isEmpty()) return null;
    return field == Field.valency ? Direction.valueOf(written) : Integer.valueOf(written);
  }

  /** Feature numbers grow by one on the way: the vector reserves index 0. */
  @Override
  protected void add(SparseVector x, int type, String value, float weight, boolean isTrain) {
    if (value == null) return;
    int feature = table.feature(type, value);
    if (feature >= 0) x.add(feature + 1);
  }
}
