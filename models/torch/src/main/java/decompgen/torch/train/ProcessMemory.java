package decompgen.torch.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Memory of this process and of the machine, as Linux tells it. */
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path MACHINE = Path.of("/proc/meminfo");
  private static final Path CONTAINER = Path.of("/sys/fs/cgroup");

  private ProcessMemory() {}

  /** Most bytes that were resident at once; 0 where it is not told. */
  static long peakBytes() {
    return kilobytes(STATUS, "VmHWM:").orElse(0) * 1024;
  }

  /** Bytes that can still be taken: the machine's, or the container's where that has fewer. */
  static OptionalLong availableBytes() {
    return availableBytes(MACHINE, CONTAINER);
  }

  /**
   * @param machine as /proc/meminfo
   * @param container a folder as version 2 of control groups has it
   */
  static OptionalLong availableBytes(Path machine, Path container) {
    OptionalLong free = kilobytes(machine, "MemAvailable:");
    if (free.isEmpty()) return OptionalLong.empty();
    long available = free.getAsLong() * 1024;
    OptionalLong limit = number(container.resolve("memory.max"));
    OptionalLong used = number(container.resolve("memory.current"));
    if (limit.isEmpty() || used.isEmpty()) return OptionalLong.of(available);
    long needed = used.getAsLong() - cachedBytes(container.resolve("memory.stat"));
    return OptionalLong.of(Math.min(available, limit.getAsLong() - needed));
  }

  /** What a container holds of files, such as of weights that were read, and gives back at need. */
  private static long cachedBytes(Path statistics) {
    return lines(statistics).stream()
        .filter(line -> line.matches("(in)?active_file \\d{1,18}"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  private static OptionalLong kilobytes(Path file, String key) {
    return lines(file).stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst();
  }

  /** The file's number; none where there is no file or it says "max". */
  private static OptionalLong number(Path file) {
    return lines(file).stream()
        .filter(line -> line.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static List<String> lines(Path file) {
    try {
      return Arrays.asList(Files.readString(file).split("\n"));
    } catch (IOException notLinux) {
      return List.of();
    }
  }
}
