package io.github.pgslowlog.postgres.schema;

import java.io.IOException;
import java.io.Reader;

/** Letters one by one, with a look at the next, and the number of the line. */
final class LineCountingReader {
  private static final int BUFFER_CHARS = 1 << 14;

  private final Reader in;
  private final char[] buffer = new char[BUFFER_CHARS];
  private int at;
  private int end;
  private long line = 1;
  private boolean newline;

  LineCountingReader(Reader in) {
    this.in = in;
  }

  /** The next letter, -1 at the end. */
  int read() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    if (newline) {
      line++;
    }
    int c = buffer[at++];
    newline = c == '\n';
    return c;
  }

  /** The letter behind it, -1 at the end. */
  int peek() throws IOException {
    return at < end || fill() ? buffer[at] : -1;
  }

  /** Number of the line of the letter read last, from 1. */
  long line() {
    return line;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
