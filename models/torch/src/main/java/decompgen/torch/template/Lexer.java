package decompgen.torch.template;

import decompgen.torch.template.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a template's source into lexemes, white space treated as transformers has it: blanks before
 * a statement or comment that starts a line, and the line end after one, are dropped ({@code
 * lstrip_blocks}, {@code trim_blocks}), as is one line end at the very end.
 */
final class Lexer {
  private static final Pattern OPENING = Pattern.compile("\\{([{%#])([-+]?)");
  private static final Pattern RAW = Pattern.compile("\\G\\s*raw\\s*(-?)%\\}");
  private static final Pattern END_RAW = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%\\}");
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\G(?:(?<space>\\s+)|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<float>\\d[\\d_]*(?:\\.\\d+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+))|(?<integer>\\d[\\d_]*)"
              // Possessive, since otherwise every character of a string takes some of the stack.
              + "|(?<string>'(?:[^'\\\\]++|\\\\.)*+'|\"(?:[^\"\\\\]++|\\\\.)*+\")"
              + "|(?<operator>\\*\\*|//|==|!=|<=|>=|[-+*/%~<>=()\\[\\]{}.:,|]))",
          Pattern.DOTALL);

  private static final int MOST_DIGITS = 18;

  private final String source;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineKnownAt;
  private boolean lineStarts = true;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Lexeme> lex(String template) {
    String lines = template.replace("\r\n", "\n").replace('\r', '\n');
    return new Lexer(lines.endsWith("\n") ? lines.substring(0, lines.length() - 1) : lines).lex();
  }

  private List<Lexeme> lex() {
    Matcher opening = OPENING.matcher(source);
    while (opening.find(at)) {
      boolean print = opening.group(1).equals("{");
      addText(source.substring(at, opening.start()), opening.group(2), !print);
      at = opening.end();
      switch (opening.group(1)) {
        case "#" -> comment();
        case "{" -> tag(Kind.PRINT, "}}");
        default -> {
          if (!raw()) tag(Kind.STATEMENT, "%}");
        }
      }
    }
    addText(source.substring(at), "", false);
    add(Kind.EOF, "");
    return lexemes;
  }

  private void addText(String text, String sign, boolean blanksDropped) {
    String kept = text;
    if (sign.equals("-")) kept = text.stripTrailing();
    else if (blanksDropped && sign.isEmpty()) {
      int line = text.lastIndexOf('\n') + 1;
      if ((line > 0 || lineStarts) && text.substring(line).isBlank())
        kept = text.substring(0, line);
    }
    if (!kept.isEmpty()) add(Kind.TEXT, kept);
    lineStarts = false;
  }

  private void comment() {
    int end = source.indexOf("#}", at);
    if (end < 0) throw new TemplateException(line(), "a comment is not closed");
    String sign = source.substring(Math.max(end - 1, at), end);
    at = end + 2;
    close(sign, true);
  }

  /** Behind a tag: all white space goes with a minus, else one line end where those are trimmed. */
  private void close(String sign, boolean lineEndDropped) {
    int before = at;
    if (sign.equals("-"))
      while (at < source.length() && Character.isWhitespace(source.charAt(at))) at++;
    else if (lineEndDropped && !sign.equals("+") && source.startsWith("\n", at)) at++;
    lineStarts = at > before && source.charAt(at - 1) == '\n';
  }

  private boolean raw() {
    Matcher start = RAW.matcher(source);
    if (!start.find(at)) return false;
    at = start.end();
    close(start.group(1), true);
    Matcher end = END_RAW.matcher(source);
    if (!end.find(at)) throw new TemplateException(line(), "raw is not closed");
    addText(source.substring(at, end.start()), end.group(1), true);
    at = end.end();
    close(end.group(2), true);
    return true;
  }

  private void tag(Kind kind, String ending) {
    add(kind, "");
    int depth = 0;
    Matcher inside = INSIDE.matcher(source);
    while (true) {
      String sign = depth == 0 ? sign(ending) : null;
      if (sign != null) {
        add(Kind.END, "");
        at += sign.length() + 2;
        close(sign, kind == Kind.STATEMENT);
        return;
      }
      if (!inside.find(at))
        throw new TemplateException(line(), "not closed or not understood: " + excerpt());
      String operator = inside.group("operator");
      if (operator != null)
        depth += "([{".contains(operator) ? 1 : ")]}".contains(operator) ? -1 : 0;
      add(inside);
      at = inside.end();
    }
  }

  private @Nullable String sign(String ending) {
    if (source.startsWith(ending, at)) return "";
    return source.startsWith("-" + ending, at)
        ? "-"
        : source.startsWith("+" + ending, at) ? "+" : null;
  }

  private void add(Matcher inside) {
    if (inside.group("name") != null) add(Kind.NAME, inside.group());
    else if (inside.group("integer") != null) add(Kind.INTEGER, integer(inside.group()));
    else if (inside.group("float") != null) add(Kind.FLOAT, inside.group().replace("_", ""));
    else if (inside.group("string") != null) add(Kind.STRING, unescaped(inside.group()));
    else if (inside.group("operator") != null) add(Kind.OPERATOR, inside.group());
  }

  /** Python's have any length, ours fit a long. */
  private String integer(String written) {
    String digits = written.replace("_", "");
    if (digits.length() <= MOST_DIGITS) return digits;
    throw new TemplateException(line(), "the number " + digits + " is too long");
  }

  private String unescaped(String quoted) {
    try {
      return Escapes.unescaped(quoted.substring(1, quoted.length() - 1));
    } catch (IllegalArgumentException beyondUnicode) {
      throw new TemplateException(line(), "no such character: " + quoted);
    }
  }

  private void add(Kind kind, String text) {
    lexemes.add(new Lexeme(kind, text, line()));
  }

  private int line() {
    for (; lineKnownAt < at; lineKnownAt++) if (source.charAt(lineKnownAt) == '\n') line++;
    return line;
  }

  private String excerpt() {
    return source.substring(at, Math.min(source.length(), at + 20));
  }
}
