package io.github.pgslowlog.benchmarks.generator;

import java.io.IOException;
import java.io.OutputStream;

/** Takes messages and writes them in large pieces; counts what they would take as text. */
final class Log {
  private static final int PIECE = 1 << 20;

  private final Text out = new Text(2 * PIECE);
  private final LogWriter writer;
  private final OutputStream target;
  private long bytes;

  Log(LogWriter writer, OutputStream target) {
    this.writer = writer;
    this.target = target;
  }

  void add(Event event) throws IOException {
    bytes += StderrWriter.size(event);
    writer.write(event, out);
    if (out.length >= PIECE) {
      flush();
    }
  }

  /** The size so far as text on stderr, whatever the format, so that all formats end alike. */
  long bytes() {
    return bytes;
  }

  void flush() throws IOException {
    target.write(out.bytes, 0, out.length);
    out.clear();
  }
}
