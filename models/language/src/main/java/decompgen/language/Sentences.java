package decompgen.language;

import decompgen.domain.claim.Sentence;
import decompgen.domain.claim.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a response into sentences: at full stops, at line ends, at list items. */
final class Sentences {
  /** Longer stretches without an end are cut at a blank, so that no input makes parsing slow. */
  static final int MAX_CHARS = 600;

  private static final Pattern END =
      Pattern.compile(
          "[.!?…]+[\"'”’»)\\]*_]*(?=\\s|$)|\\s*[\\r\\n\\u2028\\u2029]+|[。！？]+|;(?=\\s)");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?i)(?:^|[\\s(])(?:mr|mrs|ms|dr|prof|st|vs|etc|e\\.g|i\\.e|approx|no|fig|inc|ft|in|a\\.m|p\\.m|u\\.s|[a-z])$");
  private static final Pattern MARKER =
      Pattern.compile("^[\\s>#*_`|•‣▪●○–—-]*(?:\\(?(?:\\d{1,3}|[a-zA-Z])[.)]\\s+)?[\\s#*_`|]*");

  private Sentences() {}

  static List<Sentence> of(String response) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher end = END.matcher(response);
    int start = 0;
    while (end.find())
      if (!abbreviated(response, start, end)) {
        add(response, start, end.end(), sentences);
        start = end.end();
      }
    add(response, start, response.length(), sentences);
    if (sentences.isEmpty() && !response.isBlank()) put(response, 0, response.length(), sentences);
    return sentences;
  }

  /** "e.g. a dog", "St. Paul", but "etc. The dog". */
  private static boolean abbreviated(String response, int start, Matcher end) {
    if (!end.group().equals(".")) return false;
    String before = response.substring(start, end.start());
    if (before.isBlank() || MARKER.matcher(before + ". ").replaceFirst("").isEmpty()) return true;
    if (!ABBREVIATION.matcher(before).find()) return false;
    int next = end.end();
    while (next < response.length() && Character.isWhitespace(response.charAt(next))) next++;
    boolean closes = before.matches("(?is).*\\b(?:etc|in|ft|no|a\\.m|p\\.m)");
    return next < response.length() && !(closes && Character.isUpperCase(response.charAt(next)));
  }

  /** Leaves out blanks and list markers at the edges. */
  private static void add(String response, int from, int to, List<Sentence> sentences) {
    Matcher marker = MARKER.matcher(response).region(from, to);
    int start = marker.lookingAt() ? Math.min(marker.end(), to) : from;
    int end = to;
    while (end > start && Character.isWhitespace(response.charAt(end - 1))) end--;
    while (end - start > MAX_CHARS) {
      int cut = cut(response, start);
      put(response, start, cut, sentences);
      start = cut;
      while (start < end && Character.isWhitespace(response.charAt(start))) start++;
    }
    put(response, start, end, sentences);
  }

  private static int cut(String response, int start) {
    int cut = start + MAX_CHARS;
    while (cut > start + MAX_CHARS / 2 && !Character.isWhitespace(response.charAt(cut))) cut--;
    return Character.isLowSurrogate(response.charAt(cut)) ? cut - 1 : cut;
  }

  private static void put(String response, int start, int end, List<Sentence> sentences) {
    String text = response.substring(start, end);
    if (text.isBlank()) return;
    int first = response.codePointCount(0, start);
    var span = new Span(first, first + text.codePointCount(0, text.length()));
    sentences.add(new Sentence(sentences.size(), span, text));
  }
}
