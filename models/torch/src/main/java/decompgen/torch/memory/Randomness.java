package decompgen.torch.memory;

import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Random numbers that depend on a path of numbers only, such as seed, step and module: nothing has
 * to be remembered to draw the same ones again.
 *
 * @param state hash of the path
 */
public record Randomness(long state) {
  public static Randomness of(long seed) {
    return new Randomness(mix(seed));
  }

  /** The randomness one step further on the path. */
  public Randomness at(long next) {
    return new Randomness(mix(state + 0x9E3779B97F4A7C15L * (next + 1)));
  }

  /** A generator at its beginning; on a GPU the device's own, set to this state. */
  public GeneratorOptional generator(Device device) {
    if (device.isCpu()) return new GeneratorOptional(torch.createCPUGenerator(state));
    Generator generator = torch.globalContext().defaultGenerator(device.torch());
    generator.set_current_seed(state);
    return new GeneratorOptional(generator);
  }

  /** The finaliser of splitmix64. */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
