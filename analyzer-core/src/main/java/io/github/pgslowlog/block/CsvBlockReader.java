package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.StringInterner;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.frame.RecordField;
import io.github.pgslowlog.frame.RecordStart;
import io.github.pgslowlog.language.Languages;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads records of a csvlog in place.
 *
 * <p>Hot path. What {@code frame.CsvFramer} and {@code decode.RecordDecoder} make of a record is
 * the law; every doubt ends the reading before the record. The columns are found first, whatever
 * they hold, then looked at.
 */
final class CsvBlockReader implements BlockReader {
  private static final int STOP = -1;

  private static final int TIME = RecordField.TIME.ordinal();
  private static final int PROCESS = RecordField.PROCESS.ordinal();
  private static final int SESSION = RecordField.SESSION.ordinal();
  private static final int LINE = RecordField.LINE.ordinal();
  private static final int TRANSACTION = RecordField.TRANSACTION.ordinal();
  private static final int SEVERITY = RecordField.SEVERITY.ordinal();
  private static final int SQLSTATE = RecordField.SQLSTATE.ordinal();
  private static final int MESSAGE = RecordField.MESSAGE.ordinal();
  private static final int DETAIL = RecordField.DETAIL.ordinal();
  private static final int CONTEXT = RecordField.CONTEXT.ordinal();
  private static final int STATEMENT = RecordField.STATEMENT.ordinal();
  private static final int FEWEST_COLUMNS = RecordField.APPLICATION.ordinal() + 1;
  private static final int MOST_COLUMNS = RecordField.values().length;

  /** A signed 64-bit number, the longest that stands behind the message without quotes. */
  private static final int LONGEST_NUMBER = 20;

  /** In the order of {@link OriginTable}. */
  private static final int[] NAME_COLUMNS = {
    SESSION,
    PROCESS,
    RecordField.USER.ordinal(),
    RecordField.DATABASE.ordinal(),
    RecordField.APPLICATION.ordinal(),
    RecordField.REMOTE.ordinal(),
    RecordField.QUERY_ID.ordinal()
  };

  private static final int NAMES = Arrays.stream(NAME_COLUMNS).map(column -> 1 << column).sum();

  /** A blank and {@code +05:45:00}. */
  private static final int LONGEST_ZONE = 10;

  private static final int LONGEST_SEVERITY = 64;
  private static final int SQLSTATE_BYTES = 5;

  private final int maxEntryBytes;
  private final SeverityWords severities;
  private final RawMessageListener listener;
  private final TimeReader times;
  private final OriginTable origins = OriginTable.ofRecords();
  private final ByteAccumulator names = new ByteAccumulator();
  private final StringInterner states = new StringInterner();
  private final RawMessage message = new RawMessage();

  private final int[] starts = new int[MOST_COLUMNS];
  private final int[] ends = new int[MOST_COLUMNS];

  /** A bit for each column in which a quote is doubled. */
  private int doubled;

  /** Line feeds in the columns of a record. */
  private int lineFeeds;

  private int textFrom;
  private int textTo;

  CsvBlockReader(
      Languages languages, Optional<ZoneId> zone, int maxEntryBytes, RawMessageListener listener) {
    this.maxEntryBytes = maxEntryBytes;
    this.severities = new SeverityWords(languages);
    this.times = new TimeReader(zone);
    this.listener = listener;
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
      int end = columns(bytes, at, to);
      if (end == STOP || end - at > maxEntryBytes) {
        break;
      }
      message.start(offset + at - from, lines);
      if (!fields(bytes, out)) {
        break;
      }
      listener.message(message, out);
      lines += lineFeeds + 1;
      at = end;
    }
    out.lines(lines);
    return at;
  }

  // --- columns

  /** Finds the columns of a record; returns the index behind its line feed. */
  private int columns(byte[] b, int from, int to) {
    doubled = 0;
    lineFeeds = 0;
    int column = 0;
    int i = from;
    while (i < to) {
      if (b[i] == ',' && column < MOST_COLUMNS - 1) {
        starts[column] = i;
        ends[column++] = i++;
        continue;
      }
      boolean quoted = b[i] == '"';
      int start = quoted ? i + 1 : i;
      int end = quoted ? quoted(b, start, to, column) : unquoted(b, start, to);
      if (end == STOP) {
        return STOP;
      }
      starts[column] = start;
      ends[column] = end;
      column++;
      i = quoted ? end + 1 : end;
      if (i == to || (!quoted && column > MESSAGE && !mayBeUnquoted(start, end, column))) {
        return STOP;
      }
      byte separator = b[i++];
      if (separator == '\n') {
        boolean whole = column >= FEWEST_COLUMNS && b[i - 2] != '\r';
        for (int c = column; c < MOST_COLUMNS; c++) {
          starts[c] = 0;
          ends[c] = 0;
        }
        return whole ? i : STOP;
      }
      if (separator != ',' || column == MOST_COLUMNS) {
        return STOP;
      }
    }
    return STOP;
  }

  /** Index of the comma or line feed behind a column. */
  private static int unquoted(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      byte value = b[i];
      if (value == ',' || value == '\n') {
        return i;
      }
      if (value == '"' || value == 0) {
        return STOP;
      }
    }
    return STOP;
  }

  /** Behind the message, and there itself, only nothing and numbers stand without quotes. */
  private static boolean mayBeUnquoted(int start, int end, int behindColumn) {
    return end - start <= (behindColumn == MESSAGE + 1 ? 0 : LONGEST_NUMBER);
  }

  /**
   * Index of the quote that ends a column.
   *
   * <p>A line in it that surely starts a record, so that this one is torn, needs no search: what
   * proves such a start ({@link io.github.pgslowlog.frame.RecordStart#isSure}) is that behind the
   * first odd run of quotes stands neither a comma nor the end of the line. With that run the
   * column ends here, and what stands behind it ends the reading.
   */
  private int quoted(byte[] b, int from, int to, int column) {
    int i = from;
    while (true) {
      i = QuoteFinder.inCsv(b, i, to);
      if (i == to || b[i] == 0) {
        return STOP;
      }
      if (b[i] == '"') {
        if (i + 1 == to || b[i + 1] != '"') {
          return i;
        }
        doubled |= 1 << column;
        i += 2;
      } else {
        i++;
        lineFeeds++;
      }
    }
  }

  // --- fields

  /** Fills the message; false if a column does not hold what the server writes there. */
  private boolean fields(byte[] b, BlockRecords out) {
    if (!isPlausible(b)) {
      return false;
    }
    message.timeMicros = time(b);
    message.origin = origin(b);
    if (hasText(SQLSTATE)) {
      message.sqlState = states.intern(b, starts[SQLSTATE], ends[SQLSTATE]);
    }
    if (hasText(MESSAGE)) {
      message.message = text(b, MESSAGE, out.scratch);
      message.messageFrom = textFrom;
      message.messageTo = textTo;
    }
    severities.read(b, starts[SEVERITY], ends[SEVERITY], message);
    if (hasText(DETAIL)) {
      message.detail = text(b, DETAIL, out.scratch);
      message.detailFrom = textFrom;
      message.detailTo = textTo;
    }
    if (hasText(CONTEXT)) {
      message.context = text(b, CONTEXT, out.scratch);
      message.contextFrom = textFrom;
      message.contextTo = textTo;
    }
    if (hasText(STATEMENT)) {
      message.statement = text(b, STATEMENT, out.scratch);
      message.statementFrom = textFrom;
      message.statementTo = textTo;
    }
    return message.timeMicros > TimeReader.UNUSUAL;
  }

  /** What is empty counts as absent. */
  private boolean hasText(int column) {
    return starts[column] < ends[column];
  }

  private byte[] text(byte[] b, int column, ByteAccumulator scratch) {
    textFrom = starts[column];
    textTo = ends[column];
    if ((doubled & 1 << column) == 0) {
      return b;
    }
    int from = scratch.length();
    Unescaped.csv(b, textFrom, textTo, scratch);
    textFrom = from;
    textTo = scratch.length();
    return scratch.array();
  }

  // --- what the columns hold

  private boolean isPlausible(byte[] b) {
    return (doubled & 1 << SEVERITY) == 0
        && isEmptyOrNumber(b, PROCESS)
        && isEmptyOrNumber(b, LINE)
        && isEmptyOrNumber(b, TRANSACTION)
        && (!hasText(SESSION) || RecordStart.isSession(b, starts[SESSION], ends[SESSION]))
        && isSeverity(b, starts[SEVERITY], ends[SEVERITY])
        && (!hasText(SQLSTATE) || isSqlState(b, starts[SQLSTATE], ends[SQLSTATE]));
  }

  private boolean isEmptyOrNumber(byte[] b, int column) {
    return !hasText(column) || RecordStart.isNumber(b, starts[column], ends[column]);
  }

  private static boolean isSeverity(byte[] b, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += b[i] >= '0' && b[i] <= '9' ? 1 : 0;
    }
    return to - from > 1 && to - from <= LONGEST_SEVERITY && digits <= 1;
  }

  private static boolean isSqlState(byte[] b, int from, int to) {
    boolean fits = to - from == SQLSTATE_BYTES;
    for (int i = from; i < to; i++) {
      fits &= (b[i] >= '0' && b[i] <= '9') || (b[i] >= 'A' && b[i] <= 'Z');
    }
    return fits;
  }

  /** The time, if it has the server's form, with milliseconds and zone. */
  private long time(byte[] b) {
    int from = starts[TIME];
    int zone = from + TimeReader.MILLISECONDS_BYTES;
    int bytes = ends[TIME] - zone;
    boolean ordinary = bytes > 1 && bytes <= LONGEST_ZONE && b[zone] == ' ' && b[zone - 4] == '.';
    return ordinary ? times.recordTime(b, from, ends[TIME]) : TimeReader.UNUSUAL;
  }

  private Origin origin(byte[] b) {
    if ((doubled & NAMES) != 0) {
      return ofUnescapedNames(b);
    }
    int[] spans = origins.spans;
    for (int i = 0; i < NAME_COLUMNS.length; i++) {
      int column = NAME_COLUMNS[i];
      spans[2 * i] = starts[column];
      spans[2 * i + 1] = ends[column];
    }
    return origins.get(b);
  }

  private Origin ofUnescapedNames(byte[] b) {
    int[] spans = origins.spans;
    names.clear();
    for (int i = 0; i < NAME_COLUMNS.length; i++) {
      int column = NAME_COLUMNS[i];
      spans[2 * i] = names.length();
      Unescaped.csv(b, starts[column], ends[column], names);
      spans[2 * i + 1] = names.length();
    }
    return origins.get(names.array());
  }
}
