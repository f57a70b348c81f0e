package io.github.pgslowlog.report;

/**
 * How wide text is on a terminal: Chinese, Japanese, Korean characters and pictures take two cells.
 * All others count as one, also marks that take none: a line may be shorter than it could be, never
 * wider.
 *
 * <p>Source: <a href="https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt">Unicode
 * Character Database, East Asian Width</a>, W and F; blocks with many such as a whole.
 */
final class Cells {
  private static final int FIRST_WIDE = 0x1100;

  /** First and last of each block, in order. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x23FF, 0x25FD, 0x27BF, 0x2B1B, 0x2B55, 0x2E80, 0xA4CF, 0xA960, 0xA97F,
    0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6,
    0x16FE0, 0x1B2FF, 0x1D300, 0x1D356, 0x1D360, 0x1D376, 0x1F000, 0x1FAFF, 0x20000, 0x3FFFF
  };

  private Cells() {}

  /** The width of a text. */
  static int of(String text) {
    return text.codePoints().map(Cells::of).sum();
  }

  /** Where the part of a text ends that begins at an index and has at most so many cells. */
  static int end(String text, int from, int cells) {
    int end = from;
    int room = cells;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      room -= of(codePoint);
      if (room < 0) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private static int of(int codePoint) {
    if (codePoint < FIRST_WIDE) {
      return 1;
    }
    for (int i = 0; i < WIDE.length && WIDE[i] <= codePoint; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
