package decompgen.loadtests;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Numbers that an option of a benchmark takes, both ends included. */
public record Range(int least, int most) {
  /**
   * Looks at what the options were given, or at their defaults.
   *
   * @param options by name, {@code --pairs}, each a number
   * @throws ParameterException naming the option and the range
   */
  public void require(CommandSpec command, String... options) {
    for (String option : options) {
      Number given = command.findOption(option).getValue();
      if (!(least <= given.doubleValue() && given.doubleValue() <= most))
        throw new ParameterException(
            command.commandLine(),
            "%s takes %d to %d, not %s".formatted(option, least, most, given));
    }
  }
}
