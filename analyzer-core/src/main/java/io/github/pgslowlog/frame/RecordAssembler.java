package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.LostDuration;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import java.util.Arrays;
import java.util.EnumMap;

/**
 * Collects the columns of one csvlog record, unescaped.
 *
 * <p>Hot path: one growing buffer takes all columns; a finished record gets its own exact copy.
 * Columns behind the last known one are passed over.
 */
final class RecordAssembler {
  private static final RecordField[] FIELDS = RecordField.values();
  private static final int MESSAGE = RecordField.MESSAGE.ordinal();
  private static final byte[] LINE_FEED = {'\n'};
  private static final int INITIAL_BYTES = 4096;

  /** A larger buffer is not kept for the next record: few records need it. */
  private static final int KEPT_BYTES = 1 << 18;

  /** Room for a column behind an oversized one; the server cuts names to 63 bytes. */
  private static final int SMALL_COLUMN_BYTES = 256;

  private static final long SMALL_COLUMNS_BYTES = (long) SMALL_COLUMN_BYTES * FIELDS.length;
  private static final int DURATION_BYTES = 40;
  private static final int LONGEST_SEVERITY = 64;
  private static final int SQLSTATE_BYTES = 5;

  private final int maxEntryBytes;
  private byte[] text = new byte[INITIAL_BYTES];
  private int length;
  private final int[] starts = new int[FIELDS.length];
  private final int[] ends = new int[FIELDS.length];
  private int present;
  private int column;
  private int lineFeeds;
  private int carriageReturns;
  private boolean oversized;
  private Location location = new Location("", 0, 0);

  RecordAssembler(int maxEntryBytes) {
    this.maxEntryBytes = maxEntryBytes;
  }

  void start(Location where) {
    location = where;
    length = 0;
    present = 0;
    column = 0;
    lineFeeds = 0;
    carriageReturns = 0;
    oversized = false;
    starts[0] = 0;
  }

  Location location() {
    return location;
  }

  /** Columns that are finished. */
  int columns() {
    return column;
  }

  boolean isOversized() {
    return oversized;
  }

  void markOversized() {
    oversized = true;
  }

  /** Whether at least a part of the message is here. */
  boolean hasMessage() {
    return column > MESSAGE || (column == MESSAGE && length > starts[MESSAGE]);
  }

  void append(byte[] b, int from, int to) {
    if (column >= FIELDS.length) {
      return;
    }
    int room = maxEntryBytes - length;
    if (column > MESSAGE) {
      room = Math.max(room, SMALL_COLUMN_BYTES - (length - starts[column]));
    }
    int count = to - from;
    if (count > room) {
      oversized = true;
      count = Math.max(room, 0);
    }
    reserve(count);
    System.arraycopy(b, from, text, length, count);
    length += count;
  }

  private void reserve(int count) {
    if (length + count > text.length) {
      long most = Math.min(maxEntryBytes + SMALL_COLUMNS_BYTES, Integer.MAX_VALUE - 8);
      long doubled = Math.max((long) length + count, Math.min(2L * text.length, most));
      text = Arrays.copyOf(text, (int) doubled);
    }
  }

  /** A line feed within a column, which may follow a carriage return. */
  void lineFeed(boolean afterCarriageReturn) {
    lineFeeds++;
    carriageReturns += afterCarriageReturn ? 1 : 0;
    append(LINE_FEED, 0, 1);
  }

  /**
   * Ends a column.
   *
   * @param isNull whether nothing stands between its commas
   * @return false if it cannot hold what it holds, so that the record is torn before
   */
  boolean endColumn(boolean isNull) {
    if (column >= FIELDS.length) {
      return true;
    }
    ends[column] = length;
    if (!isNull) {
      present |= 1 << column;
    }
    boolean plausible = column >= MESSAGE || isPlausible(FIELDS[column]);
    column++;
    if (column < FIELDS.length) {
      starts[column] = length;
    }
    return plausible;
  }

  private boolean isPlausible(RecordField field) {
    int from = starts[column];
    int bytes = length - from;
    return switch (field) {
      case PROCESS, LINE, TRANSACTION -> bytes == 0 || RecordStart.isNumber(text, from, length);
      case SESSION -> bytes == 0 || RecordStart.isSession(text, from, length);
      case SEVERITY -> bytes > 1 && bytes <= LONGEST_SEVERITY && digits(from) <= 1;
      case SQLSTATE -> bytes == 0 || (bytes == SQLSTATE_BYTES && isSqlState(from));
      default -> true;
    };
  }

  private int digits(int from) {
    int count = 0;
    for (int i = from; i < length; i++) {
      count += RecordStart.isDigit(text[i]) ? 1 : 0;
    }
    return count;
  }

  private boolean isSqlState(int from) {
    for (int i = from; i < length; i++) {
      if (!RecordStart.isDigit(text[i]) && (text[i] < 'A' || text[i] > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /** Microseconds that the message reports, as far as it is here. */
  long lostMicros() {
    if (column < MESSAGE) {
      return 0;
    }
    int from = starts[MESSAGE];
    return LostDuration.micros(text, from, Math.min(length, from + DURATION_BYTES));
  }

  /** Ends the column that a cut left open. */
  void endCutColumn() {
    if (column < FIELDS.length) {
      ends[column] = length;
      present |= 1 << column;
    }
  }

  /**
   * The record.
   *
   * @param carriageReturn whether it ended in CR LF. If so, and if so does every line in it, a
   *     server on Windows wrote it and each CR before LF is not of the text.
   * @return its own copy
   */
  RecordFrame finish(boolean carriageReturn) {
    if (carriageReturn && lineFeeds > 0 && carriageReturns == lineFeeds) {
      dropCarriageReturns();
    }
    byte[] bytes = takeText();
    EnumMap<RecordField, Slice> fields = new EnumMap<>(RecordField.class);
    for (int i = 0; i < FIELDS.length; i++) {
      if ((present & (1 << i)) != 0) {
        fields.put(FIELDS[i], Slice.of(bytes, starts[i], ends[i]));
      }
    }
    return new RecordFrame(location, fields);
  }

  /** Its own copy of the text; of a large one rather the buffer, if not much of that is unused. */
  private byte[] takeText() {
    if (text.length <= KEPT_BYTES) {
      return Arrays.copyOf(text, length);
    }
    byte[] taken = text;
    text = new byte[INITIAL_BYTES];
    return taken.length - length > length / 4 ? Arrays.copyOf(taken, length) : taken;
  }

  private void dropCarriageReturns() {
    int written = 0;
    for (int c = 0; c < FIELDS.length; c++) {
      if ((present & (1 << c)) != 0) {
        int start = written;
        int end = ends[c];
        for (int i = starts[c]; i < end; i++) {
          if (text[i] != '\r' || i + 1 == end || text[i + 1] != '\n') {
            text[written++] = text[i];
          }
        }
        starts[c] = start;
        ends[c] = written;
      }
    }
    length = written;
  }
}
