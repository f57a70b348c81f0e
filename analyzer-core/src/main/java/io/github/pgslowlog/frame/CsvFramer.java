package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a csvlog into records.
 *
 * <p>A record ends at the first line feed outside quotes. The server writes 23 columns up to 12, 24
 * in 13 and 26 since 14; each record is taken as it is, and columns that later versions may add are
 * passed over. Columns may be quoted or not, whatever the server does, and lines may end in LF or
 * CR LF, for other programs write such files too. A header line is passed over.
 *
 * <p>A record that was torn does not swallow those behind it: wherever a record surely starts (a
 * line that could not stand inside a quoted column, because a quote in it would be doubled there),
 * the torn one ends. Skips tell the place and the time that it reports.
 */
public final class CsvFramer {
  private static final int FEWEST_COLUMNS = RecordField.APPLICATION.ordinal() + 1;

  /** What the bytes read so far lead to expect. */
  private enum State {
    /** Nothing: no line was read. */
    BEGINNING,
    /** A record, or lines of something else: no record was found yet. */
    HOLDING,
    /** A record: the last one ended. */
    BETWEEN,
    /** The rest of a quoted column. */
    OPEN,
    /** The rest of something torn; only a sure start ends it. */
    LOST
  }

  private final Lines lines;
  private final String file;
  private final FrameListener listener;
  private final ForeignLine foreign;
  private final RecordAssembler record;
  private final CsvColumns columns;
  private final Damage damage;
  private @Nullable HeldLines held;
  private @Nullable Location beginning;
  private State state = State.BEGINNING;

  /**
   * Reads records from lines; lines that are no csv are skipped.
   *
   * @param lines the log
   * @param file its name
   * @param maxEntryBytes bound on the text of one record; what is over it is left out and told
   * @param listener receives records and skips
   */
  public CsvFramer(Lines lines, String file, int maxEntryBytes, FrameListener listener) {
    this(lines, file, maxEntryBytes, listener, null);
  }

  /**
   * Reads records from lines.
   *
   * @param lines the log
   * @param file its name
   * @param maxEntryBytes bound on the text of one record; what is over it is left out and told
   * @param listener receives records and skips
   * @param foreign receives the lines between records that are no csv, such as those of the stderr
   *     format when a server starts; null to skip them
   */
  public CsvFramer(
      Lines lines,
      String file,
      int maxEntryBytes,
      FrameListener listener,
      @Nullable ForeignLine foreign) {
    this.lines = lines;
    this.file = file;
    this.listener = listener;
    this.foreign = foreign == null ? new ForeignSkips(file, listener) : foreign;
    this.record = new RecordAssembler(maxEntryBytes);
    this.columns = new CsvColumns(record);
    this.damage = new Damage(listener);
  }

  /**
   * Tells whether a line looks like the first line of a record: time, user, database, process,
   * host, session, line number. A log_line_prefix with commas may look the same; a label stands
   * behind it.
   *
   * @param b holds the line
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return whether it does
   */
  public static boolean looksLikeRecord(byte[] b, int from, int to) {
    return RecordStart.hasShape(b, from, to) && !RecordStart.hasLabel(b, from, to);
  }

  /**
   * Reads every record.
   *
   * @throws IOException when the log cannot be read on; what was read before was reported
   */
  public void read() throws IOException {
    read(false);
  }

  /**
   * Reads every record.
   *
   * @param behindRecords whether the lines begin behind some records
   * @throws IOException when the log cannot be read on; what was read before was reported
   */
  public void read(boolean behindRecords) throws IOException {
    state = behindRecords ? State.BETWEEN : State.BEGINNING;
    try {
      while (lines.next()) {
        byte[] buffer = lines.buffer();
        int at = lines.start();
        do {
          at = step(buffer, at, lines.end());
        } while (at < lines.end());
      }
    } finally {
      finish();
    }
  }

  private void finish() {
    if (state == State.HOLDING) {
      release(false);
    } else if (state == State.OPEN) {
      torn();
    }
    damage.end();
  }

  /** Reads from an index of the current line on, and returns the index to go on at. */
  private int step(byte[] b, int at, int to) {
    return switch (state) {
      case BEGINNING -> beginning(b, at, to);
      case HOLDING -> holding(b, at, to);
      case BETWEEN -> between(b, at, to);
      case OPEN -> open(b, at, to);
      case LOST -> lost(b, at, to);
    };
  }

  // --- before the first record

  private int beginning(byte[] b, int at, int to) {
    if (CsvLine.hasByteOrderMark(b, at, to)) {
      return at + CsvLine.BYTE_ORDER_MARK_BYTES;
    }
    if (CsvLine.isBlank(b, at, to)) {
      return to;
    }
    boolean known = b[at] == 0 || CsvLine.isHeader(b, at, to) || RecordStart.hasTime(b, at, to);
    state = known ? State.BETWEEN : State.HOLDING;
    return known ? between(b, at, to) : holding(b, at, to);
  }

  private int holding(byte[] b, int at, int to) {
    if (held == null) {
      held = new HeldLines();
      beginning = here(at);
    }
    int end = CsvLine.foreignEnd(b, at, to);
    boolean room = end == at || held.add(b, at, end, here(at).offset(), lines.line());
    if (!room) {
      release(true);
      state = State.LOST;
      return at;
    }
    if (end < to) {
      release(false);
      state = State.BETWEEN;
    }
    return end;
  }

  private void release(boolean full) {
    if (held == null || beginning == null) {
      return;
    }
    if (full || held.endARecord()) {
      damage.start(SkipReason.NO_START, beginning, held.lostMicros());
    } else {
      held.replay(foreign);
    }
    held = null;
  }

  // --- between records

  private int between(byte[] b, int at, int to) {
    damage.end();
    if (CsvLine.isBlank(b, at, to) || CsvLine.isHeader(b, at, to)) {
      return to;
    }
    if (b[at] == 0) {
      return nulBytes(b, at, to);
    }
    if (RecordStart.hasTime(b, at, to)) {
      return ended(b, at, to, columns.start(here(at), b, at, to));
    }
    return notCsv(b, at, to);
  }

  private int nulBytes(byte[] b, int at, int to) {
    int i = at;
    while (i < to && b[i] == 0) {
      i++;
    }
    damage.start(SkipReason.NUL_BYTES, here(at), 0);
    state = i == to || RecordStart.hasTime(b, i, to) ? State.BETWEEN : State.LOST;
    return i;
  }

  private int notCsv(byte[] b, int at, int to) {
    int end = CsvLine.foreignEnd(b, at, to);
    boolean recordFollows = end < to && b[end] != 0;
    if (recordFollows || RecordStart.isPieceOfTime(b, at, end)) {
      damage.start(SkipReason.TORN_RECORD, here(at), Damage.lostMicros(b, at, end));
      return end;
    }
    foreign.line(b, at, end, here(at).offset(), lines.line());
    return end;
  }

  // --- records

  private int open(byte[] b, int at, int to) {
    if (RecordStart.isSure(b, at, to)) {
      torn();
      state = State.BETWEEN;
      return at;
    }
    return ended(b, at - 1, to, columns.goOn(b, at, to));
  }

  /** Goes on behind what was read of a record that starts at an index, or in a line before. */
  private int ended(byte[] b, int start, int to, CsvColumns.Ending ending) {
    if (ending == CsvColumns.Ending.BROKEN) {
      return broken(b, start + 1, to);
    }
    if (lines.cut()) {
      cut(ending);
      return to;
    }
    if (ending == CsvColumns.Ending.OPEN) {
      state = State.OPEN;
      return to;
    }
    state = State.BETWEEN;
    if (record.columns() < FEWEST_COLUMNS) {
      torn();
    } else {
      emit(columns.carriageReturn());
    }
    return to;
  }

  /** A record that was torn in this line: another one may start behind the tear. */
  private int broken(byte[] b, int from, int to) {
    int position = columns.position();
    int first = Math.max(from, position - RecordStart.MAX_HEAD_BYTES);
    int start = RecordStart.find(b, first, Math.min(position + 1, to), to);
    torn();
    if (start >= 0) {
      state = State.BETWEEN;
      return start;
    }
    state = position < to && b[position] == 0 ? State.BETWEEN : State.LOST;
    return position;
  }

  /** A line over the bound, of which only the head is here: the end of the record is unknown. */
  private void cut(CsvColumns.Ending ending) {
    state = State.LOST;
    if (!record.hasMessage()) {
      torn();
      return;
    }
    record.markOversized();
    if (ending == CsvColumns.Ending.OPEN) {
      record.endCutColumn();
    }
    emit(false);
  }

  private void torn() {
    damage.start(SkipReason.TORN_RECORD, record.location(), record.lostMicros());
  }

  private void emit(boolean carriageReturn) {
    damage.end();
    if (record.isOversized()) {
      listener.skip(new Skip(SkipReason.OVERSIZED, record.location(), 0));
    }
    listener.frame(record.finish(carriageReturn));
  }

  private int lost(byte[] b, int at, int to) {
    boolean bare = columns.bareMessage() && at == lines.start() && RecordStart.hasShape(b, at, to);
    int start = bare ? at : RecordStart.find(b, at, to, to);
    long micros = Damage.lostMicros(b, at, start < 0 ? to : start);
    if (micros > 0) {
      damage.add(SkipReason.TORN_RECORD, here(at), micros);
    }
    if (start < 0) {
      return to;
    }
    state = State.BETWEEN;
    return start;
  }

  // --- lines

  private Location here(int at) {
    return new Location(file, lines.line(), lines.offset() + at - lines.start());
  }
}
