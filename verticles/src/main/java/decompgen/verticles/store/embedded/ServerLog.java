package decompgen.verticles.store.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL's own log; beyond 10 MB the next start begins a new file and keeps one old. */
record ServerLog(Path file) {
  private static final long LARGEST_BYTES = 10 << 20;
  private static final int TOLD_LINES = 6;

  /** Starts a new file when this one is large; returns where the next line will stand. */
  long turn() throws IOException {
    if (!Files.exists(file)) return 0;
    if (Files.size(file) < LARGEST_BYTES) return Files.size(file);
    Files.move(file, file.resolveSibling(file.getFileName() + ".1"), REPLACE_EXISTING);
    return 0;
  }

  /** What was said from that place on. */
  String since(long position) throws IOException {
    if (!Files.exists(file)) return "";
    try (var channel = Files.newByteChannel(file)) {
      channel.position(position);
      return new String(Channels.newInputStream(channel).readNBytes(1 << 16), ISO_8859_1);
    }
  }

  /** The last few lines of it, for a message. */
  static String lastLines(String text) {
    List<String> lines = text.strip().lines().toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - TOLD_LINES))
        .collect(Collectors.joining(" | "));
  }
}
