package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.NewlineFinder;
import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Entries of Google Cloud Logging: Cloud SQL, AlloyDB, and servers in GKE.
 *
 * <table>
 * <caption>What {@code textPayload} held over the years</caption>
 * <tr><td>to 2020</td><td>{@code [24667]: [1-1] db=shop,user=app LOG:  …}: no time</td></tr>
 * <tr><td>since</td><td>{@code 2021-11-18 16:53:52.082 UTC [1287]: [8-1] db=…}: a physical line, the
 * continuation lines with their tabs in entries of their own</td></tr>
 * <tr><td>now</td><td>all lines of a message</td></tr>
 * </table>
 *
 * <p>Where the text has no time, the entry's is put in front in the form of {@code %m}. AlloyDB
 * names the server's source file before the text, {@code [postgres.c:1340] }; that is taken off.
 * Entries that come newest first, as {@code gcloud} gives them, are turned round.
 */
final class CloudSqlLines extends EnvelopeLines {
  static final List<String> PATHS =
      List.of(
          "textPayload",
          "jsonPayload.message",
          "logName",
          "timestamp",
          "resource.labels.database_id",
          "resource.labels.instance_id",
          "resource.labels.pod_name",
          "resource.labels.container_name",
          "insertId",
          "resource.type");

  private static final int TEXT_PAYLOAD = 0;
  private static final int JSON_MESSAGE = 1;
  private static final int LOG_NAME = 2;
  private static final int TIMESTAMP = 3;
  private static final int DATABASE_ID = 4;
  private static final int INSTANCE_ID = 5;
  private static final int POD = 6;
  private static final int CONTAINER = 7;
  private static final int INSERT_ID = 8;
  private static final int RESOURCE_TYPE = 9;

  /** Cloud SQL and AlloyDB; the other two are what a container writes. */
  private static final byte[][] SERVER_LOGS = {
    ascii("postgres.log"), ascii("%2Fpostgres"), ascii("/stderr"), ascii("/stdout")
  };

  private final ByteAccumulator payload = new ByteAccumulator();

  CloudSqlLines(PeelSource source) {
    super(source.with(new NewestFirstLines(source)), PATHS, Part.CONTINUED);
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean matches(JsonFieldReader fields) {
    return fields.has(TEXT_PAYLOAD)
        || (fields.has(LOG_NAME) && (fields.has(INSERT_ID) || fields.has(RESOURCE_TYPE)));
  }

  @Override
  Outcome open() {
    int member = fields.type(TEXT_PAYLOAD) == JsonType.STRING ? TEXT_PAYLOAD : JSON_MESSAGE;
    if (fields.type(member) != JsonType.STRING || !isServerLog()) {
      return Outcome.OTHER_PROGRAM;
    }
    payload.clear();
    fields.append(member, payload);
    byte[] bytes = payload.array();
    int to = payload.length();
    int from = sourceFileEnd(bytes, 0, to);
    if (ServerText.startsWithProcess(bytes, from, to)
        && EnvelopeTime.append(
            fields.buffer(), fields.from(TIMESTAMP), fields.to(TIMESTAMP), text)) {
      text.append(' ');
    }
    appendWithoutSourceFile(bytes, from, to);
    return Outcome.TEXT;
  }

  private boolean isServerLog() {
    if (!fields.has(LOG_NAME)) {
      return true;
    }
    for (byte[] name : SERVER_LOGS) {
      int start = fields.to(LOG_NAME) - name.length;
      if (start >= fields.from(LOG_NAME)
          && Arrays.equals(fields.buffer(), start, fields.to(LOG_NAME), name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }

  /** Takes the source file off that stands right behind a label. */
  private void appendWithoutSourceFile(byte[] bytes, int from, int to) {
    int newline = NewlineFinder.indexOf(bytes, from, to);
    int label = ServerText.severity(bytes, from, newline < 0 ? to : newline);
    if (label >= 0) {
      int behindLabel = ServerText.labelEnd(bytes, label, to) + 3;
      int behindFile = sourceFileEnd(bytes, behindLabel, to);
      text.append(bytes, from, behindLabel);
      text.append(bytes, behindFile, to);
      return;
    }
    text.append(bytes, from, to);
  }

  /** The index behind {@code [file.c:123] } if that stands at an index, else the index. */
  private static int sourceFileEnd(byte[] bytes, int from, int to) {
    if (from >= to || bytes[from] != '[') {
      return from;
    }
    int colon = from + 1;
    while (colon < to && isFileByte(bytes[colon])) {
      colon++;
    }
    int end = colon + 1;
    while (end < to && bytes[end] >= '0' && bytes[end] <= '9') {
      end++;
    }
    boolean file =
        colon > from + 1
            && end > colon + 1
            && end + 2 < to
            && bytes[colon] == ':'
            && bytes[end] == ']'
            && bytes[end + 1] == ' '
            && bytes[end + 2] == ' ';
    return file ? end + 3 : from;
  }

  private static boolean isFileByte(byte b) {
    return Character.isLetterOrDigit(b) || b == '_' || b == '.' || b == '-';
  }

  @Override
  long streamOfObject() {
    return stream(DATABASE_ID, INSTANCE_ID, POD, CONTAINER);
  }
}
