package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.prefix.LineHead;
import java.io.IOException;

/**
 * Lines of a log whose tabs a shipper lost or turned to blanks: what starts neither a message nor a
 * section goes on with the message before.
 *
 * <p>Text of a client that looks like a line of the log cannot be told from one here.
 */
final class UntabbedLines implements Lines {
  private final Lines lines;
  private final LineHead head;
  private final int blanks;
  private Part part = Part.LINE;
  private int start;

  /** Takes up to so many blanks off each line that goes on. */
  UntabbedLines(Lines lines, LineHead head, int blanks) {
    this.lines = lines;
    this.head = head;
    this.blanks = blanks;
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    byte[] buffer = lines.buffer();
    start = lines.start();
    int end = lines.end();
    part = lines.part();
    boolean tabbed = start < end && buffer[start] == '\t';
    if (part == Part.LINE && !tabbed && !head.find(buffer, start, end)) {
      part = Part.CONTINUED;
      for (int i = 0; i < blanks && start < end && buffer[start] == ' '; i++) {
        start++;
      }
    }
    return true;
  }

  @Override
  public byte[] buffer() {
    return lines.buffer();
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public int end() {
    return lines.end();
  }

  @Override
  public boolean cut() {
    return lines.cut();
  }

  @Override
  public long offset() {
    return lines.offset();
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public long stream() {
    return lines.stream();
  }

  @Override
  public long headerMicros() {
    return lines.headerMicros();
  }

  @Override
  public long headerProcess() {
    return lines.headerProcess();
  }

  @Override
  public Part part() {
    return part;
  }
}
