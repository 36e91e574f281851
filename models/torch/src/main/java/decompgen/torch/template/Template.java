package decompgen.torch.template;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A Jinja template as transformers renders chat templates (jinja2 with {@code trim_blocks}, {@code
 * lstrip_blocks}, loop controls, {@code generation}): it sees the values it is given and nothing
 * else. Safe for several threads.
 */
public final class Template {
  private static final int LONGEST_RANGE = 100_000;

  private final Statement whole;

  private Template(Statement whole) {
    this.whole = whole;
  }

  /**
   * @throws TemplateException when it is not understood
   */
  public static Template parse(String source) {
    try {
      return new Template(StatementParser.parse(source));
    } catch (StackOverflowError deep) {
      throw new TemplateException("it is nested too deeply");
    }
  }

  /**
   * @param variables null, truth values, numbers, strings, lists and maps of these
   * @param clock what {@code strftime_now} reads
   * @throws TemplateException when it cannot be rendered
   * @throws Refusal when it calls {@code raise_exception}
   */
  public String render(Map<String, ? extends @Nullable Object> variables, Clock clock) {
    Map<String, Object> names = new HashMap<>(functions(clock));
    variables.forEach((name, value) -> names.put(name, Values.of(value)));
    Output out = new Output();
    try {
      whole.run(Scope.outermost(names), out);
    } catch (StackOverflowError deep) {
      throw new TemplateException("its macros call each other for ever");
    }
    return out.toString();
  }

  private static Map<String, Object> functions(Clock clock) {
    return Map.of(
        "range", (Callable) Template::range,
        "namespace", (Callable) arguments -> new Namespace(arguments.named()),
        "dict", (Callable) arguments -> new HashMap<Object, Object>(arguments.named()),
        "strftime_now", (Callable) a -> Strftime.of(a.text(0, "format"), LocalDateTime.now(clock)),
        "raise_exception", (Callable) Template::refuse);
  }

  private static Object refuse(Arguments arguments) {
    throw new Refusal(arguments.text(0, "message"));
  }

  private static List<Object> range(Arguments arguments) {
    long first = arguments.whole(0, "start", 0);
    boolean alone = arguments.positional().size() < 2;
    long from = alone ? 0 : first;
    long to = alone ? first : arguments.whole(1, "stop", 0);
    long step = arguments.whole(2, "step", 1);
    if (step == 0 || Math.abs(((double) to - from) / step) > LONGEST_RANGE)
      throw new TemplateException("range is longer than " + LONGEST_RANGE + " or goes by 0");
    // Beyond the last long the numbers would begin anew at the other end.
    return LongStream.iterate(
            from, i -> step > 0 ? from <= i && i < to : from >= i && i > to, i -> i + step)
        .<Object>mapToObj(i -> i)
        .toList();
  }
}
