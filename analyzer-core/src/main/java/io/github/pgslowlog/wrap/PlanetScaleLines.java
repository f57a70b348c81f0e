package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.json.JsonFieldReader;
import io.github.pgslowlog.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * PlanetScale for Postgres, and other logs kept in VictoriaLogs.
 *
 * <p>{@code {"_msg":"[POSTGRES] 2025-10-14 16:04:11.123 UTC [1234] LOG: duration: …","_time":"…"}}:
 * the name of the program is taken off, and one blank behind the label becomes two, as the server
 * writes them.
 */
final class PlanetScaleLines extends EnvelopeLines {
  static final List<String> PATHS = List.of("_msg", "_time", "_stream_id", "_stream");

  private static final int MESSAGE = 0;
  private static final int TIME = 1;
  private static final int STREAM_ID = 2;
  private static final int STREAM = 3;
  private static final byte[] SERVER = "[POSTGRES] ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEFORE_LABEL = "] ".getBytes(StandardCharsets.US_ASCII);

  private final ByteAccumulator message = new ByteAccumulator();

  PlanetScaleLines(PeelSource source) {
    super(source, PATHS, Part.CONTINUED);
  }

  static boolean matches(JsonFieldReader fields) {
    return fields.type(MESSAGE) == JsonType.STRING
        && (fields.has(TIME) || startsWithServer(fields.buffer(), fields.from(0), fields.to(0)));
  }

  private static boolean startsWithServer(byte[] bytes, int from, int to) {
    return to - from >= SERVER.length
        && Arrays.equals(bytes, from, from + SERVER.length, SERVER, 0, SERVER.length);
  }

  @Override
  Outcome open() {
    if (fields.type(MESSAGE) != JsonType.STRING) {
      return Outcome.OTHER_PROGRAM;
    }
    message.clear();
    fields.append(MESSAGE, message);
    byte[] bytes = message.array();
    int to = message.length();
    boolean server = startsWithServer(bytes, 0, to);
    if (!server && isProgram(bytes, to)) {
      return Outcome.OTHER_PROGRAM;
    }
    appendLines(bytes, server ? SERVER.length : 0, to);
    return Outcome.TEXT;
  }

  /** Whether the text begins with a name in capitals in brackets. */
  private static boolean isProgram(byte[] bytes, int to) {
    int end = 1;
    while (end < to && ((bytes[end] >= 'A' && bytes[end] <= 'Z') || bytes[end] == '_')) {
      end++;
    }
    return end > 1 && end < to && bytes[0] == '[' && bytes[end] == ']';
  }

  /** A tab tells text from sections such as DETAIL. */
  private void appendLines(byte[] bytes, int start, int to) {
    int from = start;
    while (from < to) {
      int newline = Chars.find(bytes, from, to, '\n');
      int end = Math.min(to, newline + 1);
      if (bytes[from] == '\t') {
        text.append(bytes, from, end);
      } else {
        append(bytes, from, end);
      }
      from = end;
    }
  }

  private void append(byte[] bytes, int from, int to) {
    int bracket = ServerText.find(BEFORE_LABEL, bytes, from, to);
    int label = bracket < 0 ? from : bracket + BEFORE_LABEL.length;
    int colon = ServerText.labelEnd(bytes, label, to);
    boolean oneBlank =
        colon > 0
            && colon + 2 < to
            && bytes[colon] == ':'
            && bytes[colon + 1] == ' '
            && bytes[colon + 2] != ' ';
    if (oneBlank) {
      text.append(bytes, from, colon + 1);
      text.append(' ');
      text.append(bytes, colon + 1, to);
      return;
    }
    text.append(bytes, from, to);
  }

  @Override
  long streamOfObject() {
    return stream(STREAM_ID, STREAM);
  }
}
