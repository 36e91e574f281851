package decompgen.torch.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Methods of Python's str. */
final class StringMethods {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private StringMethods() {}

  static Object of(String text, String name) {
    return switch (name) {
      case "strip" -> (Callable) a -> left(right(text, a), a);
      case "lstrip" -> (Callable) a -> left(text, a);
      case "rstrip" -> (Callable) a -> right(text, a);
      case "upper" -> (Callable) _ -> text.toUpperCase(Locale.ROOT);
      case "lower" -> (Callable) _ -> text.toLowerCase(Locale.ROOT);
      case "title" -> (Callable) _ -> title(text);
      case "capitalize" -> (Callable) _ -> capitalised(text);
      case "startswith" -> (Callable) a -> any(a).anyMatch(text::startsWith);
      case "endswith" -> (Callable) a -> any(a).anyMatch(text::endsWith);
      case "removeprefix" ->
          (Callable)
              a ->
                  text.startsWith(a.text(0, "prefix"))
                      ? text.substring(a.text(0, "prefix").length())
                      : text;
      case "removesuffix" ->
          (Callable)
              a ->
                  text.endsWith(a.text(0, "suffix"))
                      ? text.substring(0, text.length() - a.text(0, "suffix").length())
                      : text;
      case "replace" -> (Callable) a -> replaced(text, a);
      case "split" -> (Callable) a -> split(text, a);
      case "splitlines" -> (Callable) _ -> new ArrayList<Object>(text.lines().toList());
      case "join" -> (Callable) a -> Output.joined(Values.items(a.required(0, "iterable")), text);
      case "find" -> (Callable) a -> find(text, a.text(0, "sub"));
      case "count" ->
          (Callable)
              a ->
                  (long)
                      Pattern.compile(a.text(0, "sub"), Pattern.LITERAL)
                          .matcher(text)
                          .results()
                          .count();
      case "isdigit" ->
          (Callable) _ -> !text.isEmpty() && text.codePoints().allMatch(Character::isDigit);
      default -> Absent.UNDEFINED;
    };
  }

  private static Stream<String> any(Arguments arguments) {
    Object prefix = arguments.required(0, "prefix");
    return prefix instanceof List<?> several
        ? several.stream().map(Values::text)
        : Stream.of(Values.text(prefix));
  }

  static String left(String text, Arguments arguments) {
    int from = 0;
    while (from < text.length() && dropped(text.charAt(from), arguments)) from++;
    return text.substring(from);
  }

  static String right(String text, Arguments arguments) {
    int to = text.length();
    while (to > 0 && dropped(text.charAt(to - 1), arguments)) to--;
    return text.substring(0, to);
  }

  private static boolean dropped(char c, Arguments arguments) {
    if (arguments.has(0, "chars")) return arguments.text(0, "chars").indexOf(c) >= 0;
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  static String title(String text) {
    return WORD.matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(capitalised(word.group())));
  }

  static String capitalised(String text) {
    if (text.isEmpty()) return text;
    int second = text.offsetByCodePoints(0, 1);
    return text.substring(0, second).toUpperCase(Locale.ROOT)
        + text.substring(second).toLowerCase(Locale.ROOT);
  }

  static String replaced(String text, Arguments arguments) {
    String old = arguments.text(0, "old");
    String fresh = arguments.text(1, "new");
    if (old.isEmpty()) throw new TemplateException("replace is asked to replace nothing");
    long most = arguments.has(2, "count") ? arguments.whole(2, "count", 0) : -1;
    Output out = new Output();
    int done = 0;
    for (int at = text.indexOf(old); at >= 0 && most != 0; at = text.indexOf(old, done), most--) {
      out.print(text.substring(done, at));
      out.print(fresh);
      done = at + old.length();
    }
    out.print(text.substring(done));
    return out.toString();
  }

  private static List<Object> split(String text, Arguments arguments) {
    long most = arguments.whole(1, "maxsplit", -1);
    int limit = most < 0 ? -1 : (int) Math.min(most, Integer.MAX_VALUE - 1) + 1;
    if (arguments.has(0, "sep"))
      return new ArrayList<>(List.of(text.split(Pattern.quote(arguments.text(0, "sep")), limit)));
    String words = text.strip();
    return words.isEmpty()
        ? new ArrayList<>()
        : new ArrayList<>(List.of(words.split("\\s+", limit)));
  }

  private static Object find(String text, String part) {
    int at = text.indexOf(part);
    return at < 0 ? -1L : (long) text.codePointCount(0, at);
  }
}
