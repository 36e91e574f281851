package decompgen.language.parse;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags that a word has, out of a small number of different tag lists; words are kept as keys. */
final class WordTable {
  private static final int MAGIC = 0x44475754 + 1;

  private final HashedKeys keys;
  private final ShortBuffer lists;
  private final List<List<String>> tags;

  private WordTable(TableFile.Source source) {
    tags = source.strings().stream().map(line -> List.of(line.split(" "))).toList();
    LongBuffer slots = source.longs();
    keys = new HashedKeys(slots);
    lists = source.shorts();
  }

  static WordTable open(Path file) throws IOException {
    return new WordTable(TableFile.open(file, MAGIC));
  }

  static void write(Path file, Map<String, List<String>> words) throws IOException {
    Map<List<String>, Integer> numbers = new LinkedHashMap<>();
    long[] keys = words.keySet().stream().mapToLong(word -> HashedKeys.key(0, word)).toArray();
    long[] slots = HashedKeys.table(keys);
    var index = new HashedKeys(LongBuffer.wrap(slots));
    short[] lists = new short[slots.length];
    words.forEach(
        (word, tags) -> {
          int number = numbers.computeIfAbsent(tags, _ -> numbers.size());
          lists[index.slot(HashedKeys.key(0, word))] = (short) number;
        });
    if (numbers.size() > Short.MAX_VALUE) throw new IllegalArgumentException("too many tag lists");
    try (var sink = TableFile.create(file, MAGIC)) {
      sink.strings(
          new ArrayList<>(numbers.keySet()).stream().map(tags -> String.join(" ", tags)).toList());
      sink.longs(slots);
      sink.shorts(lists);
    }
  }

  /** The tags of a word, or null when it is not known. */
  @Nullable List<String> of(String word) {
    int slot = keys.slot(HashedKeys.key(0, word));
    return slot < 0 ? null : tags.get(lists.get(slot));
  }
}
