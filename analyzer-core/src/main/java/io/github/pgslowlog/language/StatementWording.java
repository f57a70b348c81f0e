package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.util.Arrays;

/**
 * How one language says which statement it was: {@code BEFORE name SEPARATOR sql}.
 *
 * <p>Where the kind has no name, the SQL (for fastpath the function's name) follows {@code before}
 * at once, and for fastpath ends at the separator. {@code before} is empty where the name comes
 * first.
 *
 * @param kind what it tells of
 * @param blanks whether one or more blanks come first, however many the language writes
 * @param gap what else comes first
 * @param before what stands before the name
 * @param separator what stands behind the name
 */
@SuppressWarnings("ArrayRecordComponent")
public record StatementWording(
    WordingKind kind, boolean blanks, byte[] gap, byte[] before, byte[] separator) {
  /** Leading blanks over this number belong to a name that comes first. */
  private static final int MOST_BLANKS = 2;

  /**
   * Where the text behind gap and {@code before} starts.
   *
   * @param text begins with the gap
   * @return its offset, -1 if the text begins otherwise
   */
  public int start(Slice text) {
    int start = behindGap(text);
    return start >= 0 && text.startsWithAt(start, before) ? start + before.length : -1;
  }

  private int behindGap(Slice text) {
    if (!blanks) {
      return text.startsWith(gap) ? gap.length : -1;
    }
    int limit = before.length == 0 ? Math.min(MOST_BLANKS, text.length()) : text.length();
    int count = 0;
    while (count < limit && text.array()[text.from() + count] == ' ') {
      count++;
    }
    return count == 0 ? -1 : count;
  }

  boolean looksLike(StatementWording other) {
    return kind == other.kind
        && blanks == other.blanks
        && Arrays.equals(gap, other.gap)
        && Arrays.equals(before, other.before)
        && Arrays.equals(separator, other.separator);
  }
}
