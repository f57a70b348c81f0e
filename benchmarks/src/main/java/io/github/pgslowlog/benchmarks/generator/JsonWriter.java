package io.github.pgslowlog.benchmarks.generator;

/**
 * One object a line with the keys of jsonlog in its order ({@code write_jsonlog} of the server).
 */
final class JsonWriter implements LogWriter {
  private final Stamp stamp = new Stamp(' ');

  @Override
  public void write(Event event, Text out) {
    Session session = event.session;
    out.append("{\"timestamp\":\"");
    stamp.appendMillis(out, event.micros).append('"');
    name(out, "user", session.user);
    name(out, "dbname", session.database);
    out.append(",\"pid\":").append(session.process);
    if (!session.isBackground()) {
      out.append(",\"remote_host\":\"").append(session.host);
      out.append("\",\"remote_port\":").append(session.port);
    }
    Sessions.identifier(out.append(",\"session_id\":\""), session);
    out.append("\",\"line_num\":").append(event.line);
    if (!session.isBackground()) {
      out.append(",\"ps\":\"").append(event.tag).append('"');
    }
    out.append(",\"session_start\":\"");
    Clock.seconds(out, session.startMicros / 1_000_000, ' ');
    out.append(" UTC\"");
    if (event.virtualTransaction > 0) {
      out.append(",\"vxid\":\"").append(session.process & 127).append('/');
      out.append(event.virtualTransaction).append('"');
    }
    out.append(",\"txid\":").append(event.transaction);
    out.append(",\"error_severity\":\"").append(event.severity).append('"');
    if (!event.sqlState.equals("00000")) {
      out.append(",\"state_code\":\"").append(event.sqlState).append('"');
    }
    texts(event, out);
    out.append(",\"application_name\":\"").append(session.application);
    out.append("\",\"backend_type\":\"").append(session.backendType);
    out.append("\",\"query_id\":").append(event.queryId).append("}\n");
  }

  private static void texts(Event event, Text out) {
    text(out, "message", event.message);
    text(out, "detail", event.detail);
    text(out, "hint", event.hint);
    text(out, "context", event.context);
    text(out, "statement", event.statement);
    if (event.cursor > 0) {
      out.append(",\"cursor_position\":").append(event.cursor);
    }
  }

  private static void name(Text out, String key, byte[] value) {
    if (value.length > 0) {
      out.append(",\"").append(key).append("\":\"").append(value).append('"');
    }
  }

  private static void text(Text out, String key, Text text) {
    if (!text.isEmpty()) {
      escaped(out.append(",\"").append(key).append("\":\""), text);
      out.append('"');
    }
  }

  /** As {@code escape_json}: other control characters do not occur here. */
  private static void escaped(Text out, Text text) {
    byte[] from = text.bytes;
    int start = 0;
    for (int i = 0; i < text.length; i++) {
      byte b = from[i];
      if (b == '"' || b == '\\' || b == '\n' || b == '\t') {
        out.append(from, start, i).append('\\');
        out.append(b == '\n' ? 'n' : b == '\t' ? 't' : (char) b);
        start = i + 1;
      }
    }
    out.append(from, start, text.length);
  }
}
