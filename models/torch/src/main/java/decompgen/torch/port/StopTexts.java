package decompgen.torch.port;

import java.util.List;

/** One response's text while it is written: what may begin a stop text is held back. */
final class StopTexts {
  private final List<String> stops;
  private final StringBuilder text = new StringBuilder();
  private int told;
  private boolean stopped;

  StopTexts(List<String> stops) {
    this.stops = stops;
  }

  /** Adds text, and returns what may be told now. */
  String add(String more) {
    if (stopped) return "";
    int from = text.length();
    text.append(more);
    cut(from);
    return tell(stopped ? text.length() : text.length() - held());
  }

  /** What was held back when the response ends without a stop text. */
  String end() {
    return tell(text.length());
  }

  boolean stopped() {
    return stopped;
  }

  /** All but the stop text and what followed it. */
  String text() {
    return text.toString();
  }

  /** Ends at the earliest stop text; one that began before {@code from} counts too. */
  private void cut(int from) {
    int earliest = text.length();
    for (String stop : stops) {
      int at = text.indexOf(stop, Math.max(0, from - stop.length() + 1));
      if (at >= 0 && at < earliest) earliest = at;
    }
    stopped = earliest < text.length();
    text.setLength(earliest);
  }

  /** Length of the longest end that begins a stop text. */
  private int held() {
    int longest = 0;
    for (String stop : stops)
      for (int length = Math.min(stop.length() - 1, text.length() - told);
          length > longest;
          length--) if (stop.startsWith(text.substring(text.length() - length))) longest = length;
    return longest;
  }

  private String tell(int until) {
    String fresh = text.substring(told, until);
    told = until;
    return fresh;
  }
}
