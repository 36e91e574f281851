package decompgen.language.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of arrays: a magic number and a format version, then sections, each an element count and
 * little-endian elements, padded to eight bytes. Mapped when read, so that only what is used is
 * ever in memory.
 */
final class TableFile {
  private static final int FORMAT = 1;

  private TableFile() {}

  /**
   * @throws IOException when the file is absent, cut short, or of another kind or format
   */
  static Source open(Path file, int magic) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      mapped.order(ByteOrder.LITTLE_ENDIAN);
      if (mapped.limit() < 8 || mapped.getInt() != magic || mapped.getInt() != FORMAT)
        throw new IOException(file + " is not a table of format " + FORMAT);
      return new Source(mapped);
    }
  }

  /** Writes to a temporary name; closing moves the file into place. */
  static Sink create(Path file, int magic) throws IOException {
    return new Sink(file, magic);
  }

  /** Reads the sections in the order in which they were written. */
  static final class Source {
    private final ByteBuffer buffer;

    private Source(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    List<String> strings() {
      String joined = StandardCharsets.UTF_8.decode(section(1)).toString();
      return joined.isEmpty() ? List.of() : List.of(joined.split("\n", -1));
    }

    LongBuffer longs() {
      return section(8).asLongBuffer();
    }

    IntBuffer ints() {
      return section(4).asIntBuffer();
    }

    ShortBuffer shorts() {
      return section(2).asShortBuffer();
    }

    ByteBuffer bytes() {
      return section(1);
    }

    private ByteBuffer section(int width) {
      int bytes = Math.multiplyExact((int) buffer.getLong(), width);
      ByteBuffer section = buffer.slice(buffer.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
      buffer.position(buffer.position() + bytes + padding(bytes));
      return section;
    }
  }

  /** Writes the sections. */
  static final class Sink implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final FileChannel channel;

    private Sink(Path file, int magic) throws IOException {
      this.file = file;
      part = file.resolveSibling(file.getFileName() + ".part");
      channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      write(buffer(8).putInt(magic).putInt(FORMAT));
    }

    void strings(List<String> strings) throws IOException {
      bytes(String.join("\n", new ArrayList<>(strings)).getBytes(StandardCharsets.UTF_8));
    }

    void longs(long[] longs) throws IOException {
      ByteBuffer buffer = buffer(8 * longs.length);
      buffer.asLongBuffer().put(longs);
      section(longs.length, buffer);
    }

    void ints(int[] ints) throws IOException {
      ByteBuffer buffer = buffer(4 * ints.length);
      buffer.asIntBuffer().put(ints);
      section(ints.length, buffer);
    }

    void shorts(short[] shorts) throws IOException {
      ByteBuffer buffer = buffer(2 * shorts.length);
      buffer.asShortBuffer().put(shorts);
      section(shorts.length, buffer);
    }

    void bytes(byte[] bytes) throws IOException {
      section(bytes.length, ByteBuffer.wrap(bytes));
    }

    @Override
    public void close() throws IOException {
      channel.close();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void section(int count, ByteBuffer content) throws IOException {
      int bytes = content.limit();
      write(buffer(8).putLong(count));
      write(content.position(bytes));
      write(buffer(padding(bytes)).position(padding(bytes)));
    }

    private void write(ByteBuffer filled) throws IOException {
      filled.flip();
      while (filled.hasRemaining()) channel.write(filled);
    }

    private static ByteBuffer buffer(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private static int padding(int bytes) {
    return -bytes & 7;
  }
}
