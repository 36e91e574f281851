package decompgen.language.parse;

import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.FeatureItem;
import edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate;
import edu.emory.mathcs.nlp.learning.util.MajorVector;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tukaani.xz.XZInputStream;

/**
 * Turns NLP4J's serialised models into the tables of {@link Parser}, once, while the project is
 * built; a folder that is up to date is left alone. Run with the target folder as only argument.
 */
final class ParserConversion {
  private static final String ROOT = "/edu/emory/mathcs/nlp/";

  private ParserConversion() {}

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    Path folder = Path.of(args[0]);
    Path done = folder.resolve("version.txt");
    if (Files.exists(done) && Files.readString(done).equals(Parser.VERSION)) return;
    System.out.println("Converting the parser's models, once (about 20 s)");
    Files.createDirectories(folder);
    words("lexica/en-brown-clusters-simplified-lowercase.xz", folder.resolve("clusters.bin"));
    words("lexica/en-ambiguity-classes-simplified-lowercase.xz", folder.resolve("classes.bin"));
    weights("models/en-pos.xz", folder.resolve("pos.bin"));
    weights("models/en-dep.xz", folder.resolve("dep.bin"));
    Files.writeString(done, Parser.VERSION);
  }

  private static void words(String name, Path file) throws IOException, ClassNotFoundException {
    Map<String, List<String>> words = new HashMap<>();
    ((Map<?, ?>) read(name))
        .forEach(
            (word, tags) ->
                words.put(
                    (String) word,
                    ((Collection<?>) tags).stream().map(String.class::cast).toList()));
    words.values().removeIf(List::isEmpty);
    WordTable.write(file, words);
  }

  private static void weights(String name, Path file) throws IOException, ClassNotFoundException {
    var component = (OnlineComponent<?, ?>) read(name);
    var optimizer = component.getOptimizer();
    if (optimizer.getBias() != 0)
      throw new IOException(name + " has a bias, which tables have no room for");
    MajorVector weights = optimizer.getWeightVector().getSparseWeightVector();
    FeatureTemplate<?, ?> template = component.getFeatureTemplate();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < optimizer.getLabelSize(); i++) labels.add(optimizer.getLabel(i));
    List<String> sets = new ArrayList<>();
    for (FeatureItem item : template.getSetFeatureList()) sets.add(TableFeatures.written(item));
    List<String> singles = new ArrayList<>();
    for (FeatureItem[] items : template.getFeatureList()) singles.add(TableFeatures.written(items));
    WeightTable.write(
        file,
        new WeightTable.Content(
            labels, sets, singles, rows(maps(template), weights, labels.size())));
  }

  private static List<WeightTable.Row> rows(
      List<Object2IntMap<String>> maps, MajorVector weights, int labels) {
    List<WeightTable.Row> rows = new ArrayList<>();
    for (int template = 0; template < maps.size(); template++)
      for (Object2IntMap.Entry<String> entry : maps.get(template).object2IntEntrySet()) {
        float[] row = new float[labels];
        boolean zero = true;
        for (int label = 0; label < labels; label++) {
          row[label] = weights.get(entry.getIntValue() * labels + label);
          zero &= row[label] == 0;
        }
        if (!zero) rows.add(new WeightTable.Row(template, entry.getKey(), row));
      }
    return rows;
  }

  /** The feature numbers have no accessor on the template. */
  private static List<Object2IntMap<String>> maps(FeatureTemplate<?, ?> template) {
    try {
      var field = FeatureTemplate.class.getDeclaredField("feature_map");
      field.setAccessible(true);
      return ((edu.emory.mathcs.nlp.learning.util.FeatureMap) field.get(template)).getIndexMaps();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object read(String name) throws IOException, ClassNotFoundException {
    InputStream resource = ParserConversion.class.getResourceAsStream(ROOT + name);
    if (resource == null) throw new IOException("nlp4j-english lacks " + name);
    try (var in = new ObjectInputStream(new BufferedInputStream(new XZInputStream(resource)))) {
      return in.readObject();
    }
  }
}
