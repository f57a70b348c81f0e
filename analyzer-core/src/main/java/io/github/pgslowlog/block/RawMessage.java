package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.language.Label;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message of the server in place, its fields found but not copied.
 *
 * <p>Hot path: one object is filled again and again by a block reader; a text that is absent starts
 * at {@link #ABSENT}. Texts are as the server meant them: tabs of continuation lines, doubled
 * quotes and JSON escapes are gone, so that a text which had some lies in {@link
 * BlockRecords#scratch}.
 */
final class RawMessage {
  static final int ABSENT = -1;

  static final byte[] NO_BYTES = {};

  /** No time is shown. */
  static final long NO_TIME = BlockRecords.NO_TIME;

  static final Origin NOBODY = new Origin(null, null, null, null, null, null, null);

  /** Place of its first byte in the log. */
  long offset;

  /** Its first line, 0 for the first of the block. */
  int line;

  /** Microseconds since the epoch, or {@link #NO_TIME}. */
  long timeMicros;

  Origin origin = NOBODY;
  Label severity = Label.LOG;
  @Nullable String sqlState;

  byte[] message = NO_BYTES;
  int messageFrom;
  int messageTo;

  byte[] detail = NO_BYTES;
  int detailFrom;
  int detailTo;

  byte[] context = NO_BYTES;
  int contextFrom;
  int contextTo;

  byte[] statement = NO_BYTES;
  int statementFrom;
  int statementTo;

  /** A message at a place, with no text yet. */
  void start(long newOffset, int newLine) {
    offset = newOffset;
    line = newLine;
    timeMicros = NO_TIME;
    origin = NOBODY;
    severity = Label.LOG;
    sqlState = null;
    messageFrom = 0;
    messageTo = 0;
    detailFrom = ABSENT;
    contextFrom = ABSENT;
    statementFrom = ABSENT;
  }

  /** Tells where a text of it stands; any but the three that are kept apart is its message. */
  void setText(Label label, int from, int to) {
    switch (label) {
      case DETAIL -> {
        detailFrom = from;
        detailTo = to;
      }
      case CONTEXT -> {
        contextFrom = from;
        contextTo = to;
      }
      case STATEMENT -> {
        statementFrom = from;
        statementTo = to;
      }
      case HINT, QUERY, LOCATION, BACKTRACE -> {
        // read past
      }
      default -> {
        messageFrom = from;
        messageTo = to;
      }
    }
  }

  boolean hasDetail() {
    return detailFrom != ABSENT;
  }

  boolean hasContext() {
    return contextFrom != ABSENT;
  }

  boolean hasStatement() {
    return statementFrom != ABSENT;
  }

  /** A copy to keep; its line counts from the start of the block. */
  LogEntry toEntry(String file) {
    return new LogEntry(
        new Location(file, line, offset),
        timeMicros == NO_TIME ? null : Instant.EPOCH.plus(timeMicros, ChronoUnit.MICROS),
        origin,
        severity,
        sqlState,
        copy(message, messageFrom, messageTo),
        hasDetail() ? copy(detail, detailFrom, detailTo) : null,
        hasContext() ? copy(context, contextFrom, contextTo) : null,
        hasStatement() ? copy(statement, statementFrom, statementTo) : null);
  }

  private static Slice copy(byte[] text, int from, int to) {
    return Slice.of(Arrays.copyOfRange(text, from, to));
  }
}
