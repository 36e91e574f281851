package decompgen.torch.train;

import decompgen.torch.memory.Device;
import decompgen.torch.memory.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Rows of a batch while it is laid out. */
final class BatchRows {
  /** One token of a row. */
  private record Read(long id, long position, boolean chosen, boolean rejected) {}

  /** A prediction that counts. */
  private record Prediction(int row, int column, long target) {}

  private final List<List<Read>> rows = new ArrayList<>();
  private final List<List<String>> pictures = new ArrayList<>();
  private final List<Prediction> predictions = new ArrayList<>();
  private boolean shared;

  /** Two rows: prompt and chosen, prompt and rejected. */
  void addPlain(TokenPair pair) {
    for (int[] completion : List.of(pair.chosen(), pair.rejected())) {
      List<Read> row = begin(pair);
      predict(completion, pair.prompt().length - 1, row.size());
      read(row, completion, pair.prompt().length, true);
    }
  }

  /**
   * One row: prompt, chosen, rejected; the first token of both is predicted where the prompt ends,
   * and the rejected one's positions go on from there too.
   */
  void addShared(TokenPair pair) {
    shared = true;
    List<Read> row = begin(pair);
    int end = row.size();
    predict(pair.chosen(), end - 1, end);
    read(row, pair.chosen(), end, true);
    predict(pair.rejected(), end - 1, row.size());
    read(row, pair.rejected(), end, false);
  }

  private List<Read> begin(TokenPair pair) {
    List<Read> row = new ArrayList<>();
    for (int id : pair.prompt()) row.add(new Read(id, row.size(), false, false));
    rows.add(row);
    pictures.add(pair.pictures());
    return row;
  }

  private void predict(int[] completion, int first, int others) {
    for (int t = 0; t < completion.length; t++)
      predictions.add(
          new Prediction(rows.size() - 1, t == 0 ? first : others + t - 1, completion[t]));
  }

  private static void read(List<Read> row, int[] completion, int position, boolean chosen) {
    for (int t = 0; t < completion.length - 1; t++)
      row.add(new Read(completion[t], position + t, chosen, !chosen));
  }

  Batch batch(List<TokenPair> pairs, Device device) {
    int length = rows.stream().mapToInt(List::size).max().orElse(0);
    List<long[]> ids = new ArrayList<>();
    long[] positions = new long[rows.size() * length];
    long[] chosen = new long[positions.length];
    long[] rejected = new long[positions.length];
    for (int i = 0; i < rows.size(); i++) {
      ids.add(new long[length]);
      for (int j = 0; j < rows.get(i).size(); j++) {
        Read read = rows.get(i).get(j);
        ids.getLast()[j] = read.id();
        positions[i * length + j] = read.position();
        chosen[i * length + j] = read.chosen() ? 1 : 0;
        rejected[i * length + j] = read.rejected() ? 1 : 0;
      }
    }
    return new Batch(
        ids,
        Tensors.on(device, positions, rows.size(), length),
        shared ? mask(device, chosen, rejected, length) : null,
        tensor(device, predictions.stream().mapToLong(p -> (long) p.row() * length + p.column())),
        tensor(device, predictions.stream().mapToLong(Prediction::target)),
        pictures,
        List.copyOf(pairs),
        rows.stream().mapToLong(List::size).sum());
  }

  private Tensor mask(Device device, long[] chosen, long[] rejected, int length) {
    return Batch.mask(
        Tensors.on(device, chosen, rows.size(), length).to(ScalarType.Bool),
        Tensors.on(device, rejected, rows.size(), length).to(ScalarType.Bool));
  }

  private static Tensor tensor(Device device, LongStream values) {
    long[] array = values.toArray();
    return Tensors.on(device, array, array.length);
  }
}
