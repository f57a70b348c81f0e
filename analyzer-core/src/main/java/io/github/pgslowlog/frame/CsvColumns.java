package io.github.pgslowlog.frame;

import io.github.pgslowlog.diagnostics.Location;

/**
 * Reads the columns of a csvlog record, one line at a time.
 *
 * <p>Hot path: one pass over the bytes finds commas and quotes and copies what is between.
 */
final class CsvColumns {
  /** How a line ends. */
  enum Ending {
    /** The record ends with it. */
    COMPLETE,
    /** A quoted column goes on in the next line. */
    OPEN,
    /** It is no csv from {@link CsvColumns#position()} on. */
    BROKEN
  }

  /** A signed 64-bit number, the longest value that the server writes without quotes at the end. */
  private static final int LONGEST_NUMBER = 20;

  /** More than any time; only the time of another record can stand before a comma. */
  private static final int LONGEST_TIME = 64;

  private static final int MESSAGE = RecordField.MESSAGE.ordinal();

  private final RecordAssembler record;
  private int position;
  private boolean carriageReturn;
  private boolean bareMessage;

  CsvColumns(RecordAssembler record) {
    this.record = record;
  }

  /** Index in the line at which reading stopped. */
  int position() {
    return position;
  }

  /** Whether the last line ended in a carriage return. */
  boolean carriageReturn() {
    return carriageReturn;
  }

  /**
   * Whether a message without quotes was seen: the server always quotes it, some exports do not.
   */
  boolean bareMessage() {
    return bareMessage;
  }

  /** Reads the first line of a record. */
  Ending start(Location location, byte[] b, int from, int to) {
    record.start(location);
    position = from;
    return columns(b, to);
  }

  /** Reads a line of a record whose last column is open. */
  Ending goOn(byte[] b, int from, int to) {
    record.lineFeed(carriageReturn);
    carriageReturn = false;
    position = from;
    if (!quoted(b, to)) {
      return unclosed(b, from, to);
    }
    if (!endColumn(b, to, false)) {
      return Ending.BROKEN;
    }
    if (position == to) {
      return Ending.COMPLETE;
    }
    position++;
    return columns(b, to);
  }

  private Ending columns(byte[] b, int to) {
    carriageReturn = false;
    while (true) {
      int start = position;
      boolean isQuoted = start < to && b[start] == '"';
      if (isQuoted) {
        position++;
        if (!quoted(b, to)) {
          return unclosed(b, start, to);
        }
      } else if (!unquoted(b, to)) {
        return Ending.BROKEN;
      }
      if (!endColumn(b, to, position == start || isBareCarriageReturn(start, to))) {
        return Ending.BROKEN;
      }
      if (position == to) {
        return Ending.COMPLETE;
      }
      position++;
    }
  }

  private boolean isBareCarriageReturn(int start, int to) {
    return carriageReturn && start == to - 1;
  }

  /** Whether the column is closed in this line; if so, stops behind its closing quote. */
  private boolean quoted(byte[] b, int to) {
    while (true) {
      int from = position;
      int i = from;
      while (i < to && b[i] != '"' && b[i] != 0) {
        i++;
      }
      position = i;
      if (i == to || b[i] == 0) {
        record.append(b, from, i);
        return false;
      }
      position++;
      if (position == to || b[position] != '"') {
        record.append(b, from, i);
        return true;
      }
      record.append(b, from, position);
      position++;
    }
  }

  private Ending unclosed(byte[] b, int from, int to) {
    carriageReturn = to > from && b[to - 1] == '\r';
    return position == to ? Ending.OPEN : Ending.BROKEN;
  }

  /** Whether the column holds neither quotes nor NUL; stops at the comma or the end. */
  private boolean unquoted(byte[] b, int to) {
    int from = position;
    int i = from;
    while (i < to && b[i] != ',') {
      if (b[i] == '"' || b[i] == 0) {
        position = i;
        return false;
      }
      i++;
    }
    position = i;
    carriageReturn = i == to && i > from && b[i - 1] == '\r';
    int end = carriageReturn ? i - 1 : i;
    record.append(b, from, end);
    if (record.columns() < MESSAGE || end - from <= LONGEST_NUMBER) {
      return true;
    }
    bareMessage |= record.columns() == MESSAGE;
    int start = RecordStart.find(b, Math.max(from, end - LONGEST_TIME), end, to);
    position = start < 0 ? position : start;
    return start < 0;
  }

  /** Whether the column ends properly and may hold what it holds; stops at the comma or the end. */
  private boolean endColumn(byte[] b, int to, boolean isNull) {
    if (position == to - 1 && b[position] == '\r') {
      carriageReturn = true;
      position = to;
    }
    return (position == to || b[position] == ',') && record.endColumn(isNull);
  }
}
