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
  private static final Path LIMIT = Path.of("/sys/fs/cgroup/memory.max");
  private static final Path USED = Path.of("/sys/fs/cgroup/memory.current");

  private ProcessMemory() {}

  /** Most bytes that were resident at once; 0 where it is not told. */
  static long peakBytes() {
    return kilobytes(STATUS, "VmHWM:").orElse(0) * 1024;
  }

  /** Bytes that can still be taken: the machine's, or the container's where that has fewer. */
  static OptionalLong availableBytes() {
    OptionalLong machine = kilobytes(MACHINE, "MemAvailable:");
    if (machine.isEmpty()) return OptionalLong.empty();
    long available = machine.getAsLong() * 1024;
    OptionalLong limit = number(LIMIT);
    OptionalLong used = number(USED);
    return OptionalLong.of(
        limit.isPresent() && used.isPresent()
            ? Math.min(available, limit.getAsLong() - used.getAsLong())
            : available);
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
