package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.json.JsonFieldReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Azure Database for PostgreSQL: diagnostic settings to a storage account ({@code PT1H.json}) or an
 * Event Hub.
 *
 * <table>
 * <caption>{@code properties.message}</caption>
 * <tr><td>Flexible Server</td><td>prefix, severity and text</td></tr>
 * <tr><td>Single Server</td><td>the text; the prefix is in {@code properties.prefix}</td></tr>
 * <tr><td>Cosmos DB</td><td>no severity</td></tr>
 * </table>
 *
 * <p>What is missing is taken from {@code properties.prefix}, {@code errorLevel}, {@code timestamp}
 * and {@code processId}. DETAIL stands apart in {@code properties.detail}; CONTEXT and STATEMENT
 * are not there at all.
 */
final class AzureLines extends EnvelopeLines {
  static final List<String> PATHS =
      List.of(
          "properties.message",
          "properties.detail",
          "properties.prefix",
          "properties.errorLevel",
          "properties.timestamp",
          "properties.processId",
          "time",
          "category",
          "resourceId",
          "LogicalServerName");

  private static final int MESSAGE = 0;
  private static final int DETAIL = 1;
  private static final int PREFIX = 2;
  private static final int ERROR_LEVEL = 3;
  private static final int TIMESTAMP = 4;
  private static final int PROCESS_ID = 5;
  private static final int TIME = 6;
  private static final int CATEGORY = 7;
  private static final int RESOURCE_ID = 8;
  private static final int LOGICAL_SERVER = 9;

  private static final byte[] SERVER_LOGS = ascii("PostgreSQLLogs");
  private static final byte[] DURATION = ascii("duration: ");
  private static final byte[] LOG = ascii("LOG");
  private static final byte[] COLON = ascii(":  ");

  private final ByteAccumulator message = new ByteAccumulator();

  AzureLines(PeelSource source) {
    super(source, PATHS, Part.CONTINUED);
  }

  private static byte[] ascii(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean matches(JsonFieldReader fields) {
    return (fields.has(CATEGORY) && fields.has(RESOURCE_ID))
        || (fields.has(MESSAGE) && fields.has(ERROR_LEVEL));
  }

  @Override
  Outcome open() {
    boolean foreign = fields.has(CATEGORY) && !fields.is(CATEGORY, SERVER_LOGS);
    if (foreign || !fields.hasText(MESSAGE)) {
      return Outcome.OTHER_PROGRAM;
    }
    fields.append(DETAIL, detail);
    message.clear();
    fields.append(MESSAGE, message);
    appendMessage(message.array(), message.length());
    return Outcome.TEXT;
  }

  private void appendMessage(byte[] bytes, int length) {
    int duration = ServerText.find(DURATION, bytes, 0, length);
    int severity = ServerText.severity(bytes, 0, length);
    boolean hasSeverity = severity >= 0 && (duration < 0 || severity < duration);
    if (hasSeverity) {
      if (severity == 0) {
        appendHead();
      }
      text.append(bytes, 0, length);
      return;
    }
    boolean prefixBefore = duration > 0 && ServerText.startsWithTime(bytes, 0, length);
    int start = prefixBefore ? duration : 0;
    if (prefixBefore) {
      text.append(bytes, 0, start);
    } else if (fields.hasText(PREFIX)) {
      fields.append(PREFIX, text);
    } else {
      appendHead();
    }
    appendLevel();
    text.append(bytes, start, length);
  }

  /** Time and process in the form of {@code %m [%p] }. */
  private void appendHead() {
    int time = fields.has(TIMESTAMP) ? TIMESTAMP : TIME;
    if (EnvelopeTime.append(fields.buffer(), fields.from(time), fields.to(time), text)) {
      text.append(' ');
    }
    text.append('[');
    fields.append(PROCESS_ID, text);
    text.append(']');
    text.append(' ');
  }

  private void appendLevel() {
    if (fields.hasText(ERROR_LEVEL)) {
      fields.append(ERROR_LEVEL, text);
    } else {
      text.append(LOG);
    }
    text.append(COLON);
  }

  @Override
  long streamOfObject() {
    return stream(RESOURCE_ID, LOGICAL_SERVER, PROCESS_ID);
  }
}
