package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import java.io.IOException;

/**
 * Cuts lines into the frames of RFC 6587: {@code 451 <134>1 2026-...}, where the number counts the
 * bytes behind its blank.
 *
 * <p>Frames may end in a line feed or not, hold line feeds, and stand one behind the other on a
 * line. A count that does not lead to the end of a line or to another frame is not believed: then
 * the rest of the line is one frame. Lines without a count are passed on.
 */
final class OctetFrames {
  /** Senders split messages long before. */
  private static final long MAX_FRAME_BYTES = 16 << 20;

  private final Lines lines;
  private int from;
  private int to;
  private int next;
  private int lineEnd;
  private long owed;
  private boolean continued;

  OctetFrames(Lines lines) {
    this.lines = lines;
  }

  /** Goes to the next frame, or to the next line of a frame. */
  boolean next() throws IOException {
    if (next < lineEnd) {
      frame(lines.buffer());
      return true;
    }
    if (!lines.next()) {
      return false;
    }
    next = lines.start();
    lineEnd = lines.end();
    if (owed > 0 && countEnd(lines.buffer(), next, lineEnd) < 0) {
      goOn();
    } else {
      owed = 0;
      frame(lines.buffer());
    }
    return true;
  }

  /** Shows what the frame before still has a claim to. */
  private void goOn() {
    from = next;
    to = (int) Math.min(lineEnd, from + owed);
    boolean ends = owed <= lineEnd - from + 1L;
    owed = ends ? 0 : owed - (lineEnd - from) - 1;
    if (to < lineEnd && countEnd(lines.buffer(), to, lineEnd) < 0) {
      to = lineEnd;
    }
    next = to;
    continued = true;
  }

  private void frame(byte[] buffer) {
    continued = false;
    int start = countEnd(buffer, next, lineEnd);
    from = start < 0 ? next : start;
    to = lineEnd;
    if (start >= 0) {
      count(buffer, Chars.number(buffer, next, start - 1));
    }
    next = to;
  }

  private void count(byte[] buffer, long count) {
    int rest = lineEnd - from;
    if (count > rest + 1 && count <= MAX_FRAME_BYTES) {
      owed = count - rest - 1;
    } else if (count >= 0 && count < rest && countEnd(buffer, from + (int) count, lineEnd) >= 0) {
      to = from + (int) count;
    }
  }

  /** Behind {@code 451 } if {@code <134>} follows, else -1. */
  private static int countEnd(byte[] buffer, int from, int to) {
    int end = Chars.digitsEnd(buffer, from, to);
    if (end == from || !Chars.at(buffer, end, to, ' ')) {
      return -1;
    }
    return SyslogHeader.priorityEnd(buffer, end + 1, to) > end + 1 ? end + 1 : -1;
  }

  /** Whether what is shown goes on with the frame before. */
  boolean continued() {
    return continued;
  }

  int start() {
    return from;
  }

  int end() {
    return to;
  }
}
