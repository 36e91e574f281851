package decompgen.language.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * The weights of one linear model: a row of (label, weight) for each feature, zeros left out,
 * weights in half precision. Read straight from a mapped file; nothing is unpacked.
 */
final class WeightTable {
  private static final int MAGIC = 0x44475754;

  private final List<String> labels;
  private final List<String> setTemplates;
  private final List<String> templates;
  private final HashedKeys keys;
  private final IntBuffer starts;
  private final ByteBuffer rowLabels;
  private final ShortBuffer rowWeights;

  private WeightTable(TableFile.Source source) {
    labels = source.strings();
    setTemplates = source.strings();
    templates = source.strings();
    LongBuffer slots = source.longs();
    keys = new HashedKeys(slots);
    starts = source.ints();
    rowLabels = source.bytes();
    rowWeights = source.shorts();
  }

  static WeightTable open(Path file) throws IOException {
    return new WeightTable(TableFile.open(file, MAGIC));
  }

  /**
   * One feature: what it is called and its weights by label number.
   *
   * @param template number of its template, sets first
   */
  record Row(int template, String value, float[] weights) {}

  /** What a file is made of. */
  record Content(
      List<String> labels, List<String> setTemplates, List<String> templates, List<Row> rows) {}

  static void write(Path file, Content content) throws IOException {
    if (content.labels().size() > 255) throw new IllegalArgumentException("more than 255 labels");
    List<Row> rows = content.rows();
    long[] keys = new long[rows.size()];
    for (int i = 0; i < keys.length; i++) keys[i] = key(rows.get(i));
    long[] slots = HashedKeys.table(keys);
    var index = new HashedKeys(LongBuffer.wrap(slots));
    int[] bySlot = new int[slots.length];
    for (int i = 0; i < keys.length; i++) bySlot[index.slot(keys[i])] = i + 1;
    var packed = new PackedRows(slots.length);
    for (int slot = 0; slot < slots.length; slot++)
      packed.add(slot, bySlot[slot] == 0 ? new float[0] : rows.get(bySlot[slot] - 1).weights());
    try (var sink = TableFile.create(file, MAGIC)) {
      sink.strings(content.labels());
      sink.strings(content.setTemplates());
      sink.strings(content.templates());
      sink.longs(slots);
      sink.ints(packed.starts);
      sink.bytes(packed.labels());
      sink.shorts(packed.weights());
    }
  }

  private static long key(Row row) {
    return HashedKeys.key(row.template(), row.value());
  }

  List<String> labels() {
    return labels;
  }

  /** Templates that give several values at a time, in the order of their numbers. */
  List<String> setTemplates() {
    return setTemplates;
  }

  /** Templates that give one value, numbered after the sets. */
  List<String> templates() {
    return templates;
  }

  /** The feature's number, or -1 when it has no weights. */
  int feature(int template, String value) {
    return keys.slot(HashedKeys.key(template, value));
  }

  void addTo(float[] scores, int feature) {
    int end = starts.get(feature + 1);
    for (int i = starts.get(feature); i < end; i++)
      scores[rowLabels.get(i) & 0xFF] += Float.float16ToFloat(rowWeights.get(i));
  }

  /** Rows laid end to end while a file is written. */
  private static final class PackedRows {
    private final int[] starts;
    private byte[] labels = new byte[1 << 20];
    private short[] weights = new short[1 << 20];
    private int size;

    PackedRows(int slots) {
      starts = new int[slots + 1];
    }

    void add(int slot, float[] row) {
      for (int label = 0; label < row.length; label++) {
        if (row[label] == 0) continue;
        if (size == labels.length) {
          labels = java.util.Arrays.copyOf(labels, size * 2);
          weights = java.util.Arrays.copyOf(weights, size * 2);
        }
        labels[size] = (byte) label;
        weights[size++] = Float.floatToFloat16(row[label]);
      }
      starts[slot + 1] = size;
    }

    byte[] labels() {
      return java.util.Arrays.copyOf(labels, size);
    }

    short[] weights() {
      return java.util.Arrays.copyOf(weights, size);
    }
  }
}
