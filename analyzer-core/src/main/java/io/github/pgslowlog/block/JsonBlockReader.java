package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.StringInterner;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.language.Languages;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads objects of a jsonlog in place.
 *
 * <p>Hot path. What {@code json.JsonObjects}, {@code frame.JsonRecordFramer} and {@code
 * decode.RecordDecoder} make of an object is the law; every doubt ends the reading before the
 * object. The members are found first, then looked at.
 */
final class JsonBlockReader implements BlockReader {
  /** How the server begins each object. */
  static final byte[] OPENING = "{\"timestamp\":\"".getBytes(StandardCharsets.US_ASCII);

  private static final int STOP = -1;
  private static final JsonKey[] KEYS = JsonKey.values();
  private static final int LONGEST_ZONE = 10;

  private static final byte[][] WORDS = {
    "true".getBytes(StandardCharsets.US_ASCII),
    "false".getBytes(StandardCharsets.US_ASCII),
    "null".getBytes(StandardCharsets.US_ASCII)
  };

  private final int maxObjectBytes;
  private final SeverityWords severities;
  private final RawMessageListener listener;
  private final TimeReader times;
  private final OriginTable origins = OriginTable.ofRecords();
  private final StringInterner states = new StringInterner();
  private final ByteAccumulator names = new ByteAccumulator();
  private final RawMessage message = new RawMessage();

  private final int[] starts = new int[KEYS.length];
  private final int[] ends = new int[KEYS.length];

  /** The key that followed each key in the object before: most often it does again. */
  private final JsonKey[] successors = new JsonKey[KEYS.length];

  /** A bit for each key of the object. */
  private long seen;

  /** A bit for each key whose string has escapes. */
  private long escaped;

  private int textFrom;
  private int textTo;

  JsonBlockReader(
      Languages languages, Optional<ZoneId> zone, int maxObjectBytes, RawMessageListener listener) {
    this.maxObjectBytes = maxObjectBytes;
    this.severities = new SeverityWords(languages);
    this.times = new TimeReader(zone);
    this.listener = listener;
    Arrays.fill(successors, JsonKey.TIMESTAMP);
  }

  @Override
  public TimeDecoder times() {
    return times.decoder();
  }

  @Override
  public int read(byte[] bytes, int from, int to, long offset, BlockRecords out) {
    int lines = 0;
    int at = from;
    while (at < to) {
      int end = members(bytes, at, to);
      if (end == STOP || end - at > maxObjectBytes) {
        break;
      }
      message.start(offset + at - from, lines);
      if (!fields(bytes, out)) {
        break;
      }
      listener.message(message, out);
      lines++;
      at = end;
    }
    out.lines(lines);
    return at;
  }

  // --- members

  /** Finds the members of an object; returns the index behind the line feed that follows it. */
  private int members(byte[] b, int from, int to) {
    if (to - from < OPENING.length
        || !Arrays.equals(b, from, from + OPENING.length, OPENING, 0, OPENING.length)) {
      return STOP;
    }
    seen = 0;
    escaped = 0;
    JsonKey key = JsonKey.OTHER;
    int i = from + 1;
    while (true) {
      JsonKey expected = successors[key.ordinal()];
      if (expected.isAt(b, i, to)) {
        i += expected.memberBytes();
        key = expected;
      } else {
        int behind = behindColon(b, i, to);
        JsonKey found = behind == STOP ? JsonKey.FOREIGN : JsonKey.at(b, i, behind);
        if (found == JsonKey.FOREIGN) {
          return STOP;
        }
        successors[key.ordinal()] = found;
        key = found;
        i = behind;
      }
      i = value(b, i, to, key);
      if (i == STOP || i + 1 >= to) {
        return STOP;
      }
      byte separator = b[i++];
      if (separator != ',') {
        return separator == '}' && b[i] == '\n' ? i + 1 : STOP;
      }
    }
  }

  /** Index behind the colon that follows a key without escapes. */
  private static int behindColon(byte[] b, int from, int to) {
    if (from >= to || b[from] != '"') {
      return STOP;
    }
    int quote = QuoteFinder.inJson(b, from + 1, to);
    return quote + 1 < to && b[quote] == '"' && b[quote + 1] == ':' ? quote + 2 : STOP;
  }

  /** Passes over a value and keeps where it was; returns the index behind it. */
  private int value(byte[] b, int from, int to, JsonKey key) {
    if (from >= to) {
      return STOP;
    }
    int number = key.ordinal();
    long bit = 1L << number;
    if (key != JsonKey.OTHER && (seen & bit) != 0) {
      return STOP;
    }
    seen |= bit;
    byte first = b[from];
    if (first == '"') {
      int end = string(b, from + 1, to, bit);
      starts[number] = from + 1;
      ends[number] = end;
      return end == STOP ? STOP : end + 1;
    }
    if (first == '-' || (first >= '0' && first <= '9')) {
      int end = number(b, from + 1, to);
      starts[number] = from;
      ends[number] = end;
      return end;
    }
    return key == JsonKey.OTHER ? word(b, from, to) : STOP;
  }

  /** Index of the quote that ends a string. */
  private int string(byte[] b, int from, int to, long bit) {
    int i = QuoteFinder.inJson(b, from, to);
    while (i < to && b[i] == '\\' && i + 1 < to && b[i + 1] >= ' ') {
      escaped |= bit;
      i = QuoteFinder.inJson(b, i + 2, to);
    }
    return i < to && b[i] == '"' ? i : STOP;
  }

  private static int number(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }

  private static int word(byte[] b, int from, int to) {
    for (byte[] word : WORDS) {
      int end = from + word.length;
      if (end <= to && Arrays.equals(b, from, end, word, 0, word.length)) {
        return end;
      }
    }
    return STOP;
  }

  // --- fields

  /** Fills the message; false if a member does not hold what the server writes there. */
  private boolean fields(byte[] b, BlockRecords out) {
    if (!has(JsonKey.ERROR_SEVERITY) || has(JsonKey.ERROR_SEVERITY, escaped)) {
      return false;
    }
    message.timeMicros = time(b);
    message.origin = origin(b);
    if (has(JsonKey.STATE_CODE)) {
      byte[] state = text(b, JsonKey.STATE_CODE, out.scratch);
      message.sqlState = states.intern(state, textFrom, textTo);
    }
    if (has(JsonKey.MESSAGE)) {
      message.message = text(b, JsonKey.MESSAGE, out.scratch);
      message.messageFrom = textFrom;
      message.messageTo = textTo;
    }
    int severity = JsonKey.ERROR_SEVERITY.ordinal();
    severities.read(b, starts[severity], ends[severity], message);
    if (has(JsonKey.DETAIL)) {
      message.detail = text(b, JsonKey.DETAIL, out.scratch);
      message.detailFrom = textFrom;
      message.detailTo = textTo;
    }
    if (has(JsonKey.CONTEXT)) {
      message.context = text(b, JsonKey.CONTEXT, out.scratch);
      message.contextFrom = textFrom;
      message.contextTo = textTo;
    }
    if (has(JsonKey.STATEMENT)) {
      message.statement = text(b, JsonKey.STATEMENT, out.scratch);
      message.statementFrom = textFrom;
      message.statementTo = textTo;
    }
    return message.timeMicros > TimeReader.UNUSUAL;
  }

  /** Whether a member is there and not empty; what is empty counts as absent. */
  private boolean has(JsonKey key) {
    return has(key, seen) && starts[key.ordinal()] < ends[key.ordinal()];
  }

  private static boolean has(JsonKey key, long keys) {
    return (keys & 1L << key.ordinal()) != 0;
  }

  private byte[] text(byte[] b, JsonKey key, ByteAccumulator scratch) {
    textFrom = starts[key.ordinal()];
    textTo = ends[key.ordinal()];
    if (!has(key, escaped)) {
      return b;
    }
    int from = scratch.length();
    Unescaped.json(b, textFrom, textTo, scratch);
    textFrom = from;
    textTo = scratch.length();
    return scratch.array();
  }

  /** The time, if it has the server's form, with milliseconds and zone. */
  private long time(byte[] b) {
    int from = starts[JsonKey.TIMESTAMP.ordinal()];
    int to = ends[JsonKey.TIMESTAMP.ordinal()];
    int zone = from + TimeReader.MILLISECONDS_BYTES;
    boolean ordinary =
        to - zone > 1
            && to - zone <= LONGEST_ZONE
            && b[from + 10] == ' '
            && b[zone - 4] == '.'
            && b[zone] == ' '
            && !has(JsonKey.TIMESTAMP, escaped);
    return ordinary ? times.recordTime(b, from, to) : TimeReader.UNUSUAL;
  }

  private Origin origin(byte[] b) {
    names.clear();
    name(OriginTable.SESSION, b, JsonKey.SESSION_ID);
    name(OriginTable.PROCESS, b, JsonKey.PID);
    name(OriginTable.USER, b, JsonKey.USER);
    name(OriginTable.DATABASE, b, JsonKey.DBNAME);
    name(OriginTable.APPLICATION, b, JsonKey.APPLICATION_NAME);
    name(OriginTable.QUERY, b, JsonKey.QUERY_ID);
    name(OriginTable.HOST, b, JsonKey.REMOTE_HOST);
    if (has(JsonKey.REMOTE_HOST) && has(JsonKey.REMOTE_PORT)) {
      names.append(':');
      append(b, JsonKey.REMOTE_PORT);
      origins.spans[OriginTable.HOST + 1] = names.length();
    }
    return origins.get(names.array());
  }

  private void name(int field, byte[] b, JsonKey key) {
    origins.spans[field] = names.length();
    if (has(key)) {
      append(b, key);
    }
    origins.spans[field + 1] = names.length();
  }

  private void append(byte[] b, JsonKey key) {
    int from = starts[key.ordinal()];
    int to = ends[key.ordinal()];
    if (has(key, escaped)) {
      Unescaped.json(b, from, to, names);
    } else {
      names.append(b, from, to);
    }
  }
}
