package decompgen.torch.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {
  @TempDir Path folder;

  @Test
  void availableBytes_noContainer_isTheMachines() throws IOException {
    assertThat(ProcessMemory.availableBytes(machine(64), folder)).hasValue(64 * 1024);
  }

  @Test
  void availableBytes_container_countsFilesThatItHasReadAsFree() throws IOException {
    // 40,000 less the 30,000 used, of which 2,000 + 20,000 are files'
    container("40000", "30000");
    assertThat(ProcessMemory.availableBytes(machine(64), folder)).hasValue(32_000);
  }

  @Test
  void availableBytes_machineHasFewerOrContainerNoLimit_isTheMachines() throws IOException {
    container("40000", "30000");
    assertThat(ProcessMemory.availableBytes(machine(8), folder)).hasValue(8 * 1024);
    container("max", "30000");
    assertThat(ProcessMemory.availableBytes(machine(64), folder)).hasValue(64 * 1024);
  }

  @Test
  void availableBytes_notLinux_isUnknown() {
    assertThat(ProcessMemory.availableBytes(folder.resolve("meminfo"), folder)).isEmpty();
  }

  private Path machine(int kilobytes) throws IOException {
    return Files.writeString(
        folder.resolve("meminfo"),
        "MemTotal:       99999 kB\nMemAvailable:   %d kB\n".formatted(kilobytes));
  }

  private void container(String limit, String used) throws IOException {
    Files.writeString(folder.resolve("memory.max"), limit + "\n");
    Files.writeString(folder.resolve("memory.current"), used + "\n");
    Files.writeString(
        folder.resolve("memory.stat"),
        "anon 8000\nfile 22000\ninactive_file 2000\nactive_file 20000\nunevictable 0\n");
  }
}
