package io.github.pgslowlog.block;

import io.github.pgslowlog.frame.RecordField;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A message as servers write it to csvlog and jsonlog. */
final class RecordFixture {
  private static final String[] TEXTS = {
    "\"",
    "\"\"",
    "\",\"",
    ",",
    "\n",
    "\r\n",
    "\t",
    "\b\f",
    "\u0001",
    "\\",
    "\\\\u",
    "/",
    "a",
    "1",
    " ",
    "'",
    "Größe",
    "日本",
    "😀",
    "SELECT ",
    "\"orders\".\"id\" = 17",
    "\n2026-",
    "\n\"2026",
    "\n2026-11-20 09:00:03.941 UTC,,,41,,6b00e090.29,1,x",
    "\n2026-11-20 09:00:03.941 UTC,\"a\",\"b\",41,\"[local]\",6b00e090.29,1,\"SELECT\",",
    "\"\n2026-11-20 09:00:03.941 UTC,\"a\",\"b\",41,\"[local]\",6b00e090.29,1,\"SELECT\",",
    "\n{\"timestamp\":\"2026-11-20 09:00:03.941 UTC\",\"error_severity\":\"LOG\"}\n"
  };
  private static final String[] SEVERITIES = {
    "LOG", "LOG", "LOG", "LOG", "ERROR", "WARNING", "FATAL", "СООБЩЕНИЕ", "ОШИБКА", "XYZ"
  };
  private static final String[] ZONES = {"UTC", "UTC", "UTC", "-03", "+0545", "CEST", "XYZT"};

  private final Map<RecordField, String> fields = new EnumMap<>(RecordField.class);

  private RecordFixture() {}

  /** A message of a session. */
  static RecordFixture of(String message) {
    return new RecordFixture()
        .with(RecordField.TIME, "2026-11-20 09:00:03.941 UTC")
        .with(RecordField.USER, "app")
        .with(RecordField.DATABASE, "shop")
        .with(RecordField.PROCESS, "41")
        .with(RecordField.REMOTE, "10.0.0.7:5433")
        .with(RecordField.SESSION, "6b00e090.29")
        .with(RecordField.LINE, "1")
        .with(RecordField.COMMAND, "SELECT")
        .with(RecordField.SESSION_START, "2026-11-20 09:00:00 UTC")
        .with(RecordField.VIRTUAL_TRANSACTION, "3/7")
        .with(RecordField.TRANSACTION, "0")
        .with(RecordField.SEVERITY, "LOG")
        .with(RecordField.SQLSTATE, "00000")
        .with(RecordField.MESSAGE, message)
        .with(RecordField.APPLICATION, "psql")
        .with(RecordField.BACKEND_TYPE, "client backend")
        .with(RecordField.QUERY_ID, "-4711");
  }

  /** A message with texts that look like much. */
  static RecordFixture random(Random random) {
    RecordFixture record = of(random.nextInt(4) == 0 ? text(random) : duration(random));
    record.with(
        RecordField.TIME,
        String.format(
            "2026-11-20 09:%02d:03.%03d %s",
            random.nextInt(60), random.nextInt(1000), ZONES[random.nextInt(ZONES.length)]));
    record.with(RecordField.SEVERITY, SEVERITIES[random.nextInt(SEVERITIES.length)]);
    record.with(RecordField.PROCESS, "" + random.nextInt(4));
    if (random.nextInt(8) == 0) {
      for (RecordField field : new RecordField[] {RecordField.USER, RecordField.APPLICATION}) {
        record.with(field, random.nextBoolean() ? null : text(random).replace("\n", ""));
      }
    }
    for (RecordField field :
        new RecordField[] {
          RecordField.DETAIL, RecordField.HINT, RecordField.CONTEXT, RecordField.STATEMENT
        }) {
      if (random.nextInt(5) == 0) {
        record.with(field, text(random));
      }
    }
    if (random.nextInt(5) == 0) {
      record.with(RecordField.REMOTE, random.nextBoolean() ? null : "[local]");
      record.with(RecordField.QUERY_ID, random.nextBoolean() ? null : "0");
      record.with(RecordField.SQLSTATE, "57014");
    }
    return record;
  }

  private static String duration(Random random) {
    return "duration: " + random.nextInt(90) + ".125 ms  statement: SELECT " + text(random);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(9); i > 0; i--) {
      text.append(TEXTS[random.nextInt(TEXTS.length)]);
    }
    return text.toString();
  }

  /** The same with another value, null for none. */
  RecordFixture with(RecordField field, @Nullable String value) {
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
    return this;
  }

  // --- csvlog

  /** A line of a server since 14. */
  String csv() {
    return csv(RecordField.values().length);
  }

  /** A line of a server with some number of columns. */
  String csv(int columns) {
    StringBuilder line = new StringBuilder();
    for (RecordField field : RecordField.values()) {
      if (field.ordinal() < columns) {
        String value = fields.get(field);
        line.append(line.length() == 0 ? "" : ",").append(value == null ? "" : csv(field, value));
      }
    }
    return line.append('\n').toString();
  }

  private static String csv(RecordField field, String value) {
    return switch (field) {
      case TIME,
          PROCESS,
          SESSION,
          LINE,
          SESSION_START,
          VIRTUAL_TRANSACTION,
          TRANSACTION,
          SEVERITY,
          SQLSTATE,
          INTERNAL_POSITION,
          CURSOR_POSITION,
          LEADER,
          QUERY_ID ->
          value;
      default -> '"' + value.replace("\"", "\"\"") + '"';
    };
  }

  // --- jsonlog

  /** A line of a server since 15. */
  String json() {
    StringBuilder line = new StringBuilder("{");
    member(line, "timestamp", RecordField.TIME, true);
    member(line, "user", RecordField.USER, true);
    member(line, "dbname", RecordField.DATABASE, true);
    member(line, "pid", RecordField.PROCESS, false);
    remote(line);
    member(line, "session_id", RecordField.SESSION, true);
    member(line, "line_num", RecordField.LINE, false);
    member(line, "ps", RecordField.COMMAND, true);
    member(line, "session_start", RecordField.SESSION_START, true);
    member(line, "vxid", RecordField.VIRTUAL_TRANSACTION, true);
    member(line, "txid", RecordField.TRANSACTION, false);
    member(line, "error_severity", RecordField.SEVERITY, true);
    if (!"00000".equals(fields.get(RecordField.SQLSTATE))) {
      member(line, "state_code", RecordField.SQLSTATE, true);
    }
    member(line, "message", RecordField.MESSAGE, true);
    member(line, "detail", RecordField.DETAIL, true);
    member(line, "hint", RecordField.HINT, true);
    member(line, "context", RecordField.CONTEXT, true);
    member(line, "statement", RecordField.STATEMENT, true);
    member(line, "application_name", RecordField.APPLICATION, true);
    member(line, "backend_type", RecordField.BACKEND_TYPE, true);
    member(line, "leader_pid", RecordField.LEADER, false);
    member(line, "query_id", RecordField.QUERY_ID, false);
    return line.append("}\n").toString();
  }

  private void remote(StringBuilder line) {
    String remote = fields.get(RecordField.REMOTE);
    if (remote == null) {
      return;
    }
    int colon = remote.indexOf(':');
    member(line, "remote_host", colon < 0 ? remote : remote.substring(0, colon), true);
    if (colon >= 0) {
      member(line, "remote_port", remote.substring(colon + 1), false);
    }
  }

  private void member(StringBuilder line, String key, RecordField field, boolean text) {
    String value = fields.get(field);
    if (value != null) {
      member(line, key, value, text);
    }
  }

  private static void member(StringBuilder line, String key, String value, boolean text) {
    line.append(line.length() == 1 ? "\"" : ",\"").append(key).append("\":");
    line.append(text ? '"' + escaped(value) + '"' : value);
  }

  private static String escaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        default -> text.append(c < ' ' ? String.format("\\u%04x", (int) c) : "" + c);
      }
    }
    return text.toString();
  }
}
