package decompgen.server.cli;

import decompgen.server.assembly.Policies;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that opens a policy. */
final class PolicyOptions {
  @Option(
      names = "--policy",
      required = true,
      paramLabel = "FOLDER",
      description =
          "A checkpoint as the hub has it: config.json, *.safetensors, tokenizer.json (LLaVA-1.5, Llama, Qwen-VL-Chat).")
  private Path policy = Path.of("");

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "cpu, cuda or cuda:N (default: cpu); a GPU takes ./decompgen build --cuda.")
  private String device = "cpu";

  @Option(
      names = "--dtype",
      paramLabel = "TYPE",
      description = "float32, bfloat16 or float16 (default: float32).")
  private String dtype = "float32";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of one operation on the CPU (default: one a core).")
  private @Nullable Integer threads;

  Policies policies() {
    int count = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    return Policies.in(policy, new Policies.Computing(device, dtype, count));
  }
}
