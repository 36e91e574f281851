package decompgen.domain.training;

import decompgen.domain.error.Range;
import java.util.List;
import java.util.regex.Pattern;

/** Which linear modules of the language model an adapter is put on, as PEFT chooses them. */
public sealed interface Targets {
  /** Whether a module, named as in the checkpoint, is one. */
  boolean match(String module);

  /**
   * Modules that have one of these names, or end with a point and one of them.
   *
   * @param suffixes such as {@code q_proj} or {@code attn.c_proj}
   */
  record Names(List<String> suffixes) implements Targets {
    public Names {
      suffixes = List.copyOf(suffixes);
      Range.check(!suffixes.isEmpty(), "lora.targets", suffixes, "at least one name");
    }

    @Override
    public boolean match(String module) {
      return suffixes.stream()
          .anyMatch(suffix -> module.equals(suffix) || module.endsWith("." + suffix));
    }
  }

  /** Modules whose whole name the expression matches. */
  record Expression(String regex) implements Targets {
    public Expression {
      Pattern.compile(regex);
    }

    @Override
    public boolean match(String module) {
      return Pattern.matches(regex, module);
    }
  }

  /** Every linear module of the language model but its head. */
  record AllLinear() implements Targets {
    @Override
    public boolean match(String module) {
      return true;
    }
  }
}
