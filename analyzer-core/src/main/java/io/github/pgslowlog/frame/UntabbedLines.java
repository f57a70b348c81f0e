package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.DerivedLines;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LineHead;
import java.io.IOException;

/**
 * Lines of a log whose tabs a shipper lost or turned to blanks: what starts neither a message nor a
 * section goes on with the message before.
 *
 * <p>Text of a client that looks like a line of the log cannot be told from one here.
 */
final class UntabbedLines extends DerivedLines {
  private static final int MAX_HEAD_BYTES = 512;
  private static final int DATE_BYTES = 6;

  private final Lines lines;
  private final LineHead head;
  private final int blanks;
  private final Languages languages;

  /** Takes up to so many blanks off each line that goes on. */
  UntabbedLines(Lines lines, LineHead head, int blanks, Languages languages) {
    this.lines = lines;
    this.head = head;
    this.blanks = blanks;
    this.languages = languages;
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    byte[] buffer = lines.buffer();
    int start = lines.start();
    int end = lines.end();
    boolean tabbed = start < end && buffer[start] == '\t';
    if (lines.part() != Part.LINE
        || tabbed
        || head.find(buffer, start, end)
        || looksLikeHead(buffer, start, end, languages)) {
      return pass(lines);
    }
    for (int i = 0; i < blanks && start < end && buffer[start] == ' '; i++) {
      start++;
    }
    place(lines);
    return hand(Part.CONTINUED, buffer, start, end, lines.cut());
  }

  /** A date and a label behind it: a message with another prefix. */
  static boolean looksLikeHead(byte[] line, int from, int to, Languages languages) {
    int colon = languages.labels().firstColon(line, from, Math.min(to, from + MAX_HEAD_BYTES));
    for (int i = from; i + DATE_BYTES < colon; i++) {
      if (line[i] == '-' && line[i + 3] == '-' && isDigit(line[i + 1]) && isDigit(line[i + 2])) {
        return i - from >= 4 && isDigit(line[i - 1]) && isDigit(line[i + 4]);
      }
    }
    return false;
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }
}
