package decompgen.domain.claim;

/**
 * A stretch of a response in Unicode code points, from {@code start} to {@code end}, end exclusive.
 */
public record Span(int start, int end) {
  public Span {
    if (!(0 <= start && start < end))
      throw new IllegalArgumentException("span: " + start + ".." + end);
  }

  /** The words that the span cuts out of the response. */
  public String cut(String response) {
    int from = response.offsetByCodePoints(0, start);
    return response.substring(from, response.offsetByCodePoints(from, end - start));
  }
}
