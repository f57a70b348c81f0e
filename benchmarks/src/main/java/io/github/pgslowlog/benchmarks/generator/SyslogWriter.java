package io.github.pgslowlog.benchmarks.generator;

/**
 * Messages cut into numbered chunks ({@code write_syslog} of the server: at line feeds, and at most
 * {@value #LIMIT} bytes, at white space where possible), as rsyslog stores them with times in ISO
 * form and tabs as {@code #011}.
 */
final class SyslogWriter implements LogWriter {
  private static final int LIMIT = 900;

  private final Stamp stamp = new Stamp('T');
  private final StderrWriter lines = new StderrWriter();
  private final Text block = new Text(1 << 14);
  private long sequence;

  @Override
  public void write(Event event, Text out) {
    lines.write(event, block.clear());
    sequence++;
    int chunk = 0;
    int at = 0;
    while (at < block.length) {
      if (block.bytes[at] == '\n') {
        at++;
        continue;
      }
      int end = end(at);
      head(event, ++chunk, out);
      chunk(out, at, end);
      at = end;
    }
  }

  private void head(Event event, int chunk, Text out) {
    stamp.append(out, event.micros).append('.').digits(event.micros % 1_000_000, 6);
    out.append("+00:00 db1 postgres[").append(event.session.process).append("]: [");
    out.append(sequence).append('-').append(chunk).append("] ");
  }

  private int end(int start) {
    byte[] bytes = block.bytes;
    int end = start;
    while (bytes[end] != '\n') {
      end++;
    }
    if (end - start <= LIMIT) {
      return end;
    }
    end = start + LIMIT;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    for (int i = end; i > start; i--) {
      if (isSpace(bytes[i])) {
        return i;
      }
    }
    return end;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
  }

  private void chunk(Text out, int from, int to) {
    byte[] bytes = block.bytes;
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\t') {
        out.append(bytes, start, i).append("#011");
        start = i + 1;
      }
    }
    out.append(bytes, start, to).append('\n');
  }
}
