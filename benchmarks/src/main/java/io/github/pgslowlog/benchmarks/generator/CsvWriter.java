package io.github.pgslowlog.benchmarks.generator;

/** The 26 columns of csvlog since version 14 ({@code write_csvlog} of the server). */
final class CsvWriter implements LogWriter {
  private final Stamp stamp = new Stamp(' ');

  @Override
  public void write(Event event, Text out) {
    Session session = event.session;
    stamp.appendMillis(out, event.micros).append(',');
    optional(out, session.user).append(',');
    optional(out, session.database).append(',');
    out.append(session.process).append(',');
    if (!session.isBackground()) {
      out.append('"').append(session.host).append(':').append(session.port).append('"');
    }
    out.append(',');
    Sessions.identifier(out, session).append(',').append(event.line).append(',');
    if (!session.isBackground()) {
      out.append('"').append(event.tag).append('"');
    }
    out.append(',');
    Clock.seconds(out, session.startMicros / 1_000_000, ' ');
    out.append(" UTC,");
    if (event.virtualTransaction > 0) {
      out.append(session.process & 127).append('/').append(event.virtualTransaction);
    }
    out.append(',').append(event.transaction).append(',').append(event.severity).append(',');
    out.append(event.sqlState).append(',');
    texts(event, out);
    out.append(",,");
    out.append('"').append(session.application).append("\",\"").append(session.backendType);
    out.append("\",,").append(event.queryId).append('\n');
  }

  /** The columns from message to cursor position. */
  private static void texts(Event event, Text out) {
    optional(out, event.message).append(',');
    optional(out, event.detail).append(',');
    optional(out, event.hint).append(",,,");
    optional(out, event.context).append(',');
    optional(out, event.statement).append(',');
    if (event.cursor > 0) {
      out.append(event.cursor);
    }
  }

  private static Text optional(Text out, byte[] name) {
    return name.length == 0 ? out : out.append('"').append(name).append('"');
  }

  private static Text optional(Text out, Text text) {
    return text.isEmpty() ? out : quoted(out, text);
  }

  private static Text quoted(Text out, Text text) {
    out.append('"');
    byte[] from = text.bytes;
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      if (from[i] == '"') {
        out.append(from, start, i + 1);
        start = i;
      }
    }
    return out.append(from, start, text.length).append('"');
  }
}
