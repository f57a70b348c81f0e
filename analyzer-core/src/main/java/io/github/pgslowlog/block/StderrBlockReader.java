package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.NewlineFinder;
import io.github.pgslowlog.bytes.StringInterner;
import io.github.pgslowlog.decode.StderrDecoder;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.PrefixDoubt;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixFields;
import io.github.pgslowlog.prefix.QuickHead;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads blocks of a log in stderr format: the fast twin of {@code frame.StderrFramer} and {@link
 * StderrDecoder}. For one thread.
 *
 * <p>Hot path: one pass over the lines. Texts of one line stay where they are; those of several are
 * copied without their tabs.
 */
public final class StderrBlockReader implements BlockReader {
  private static final int SQLSTATE_BYTES = 5;

  private final QuickHead head;

  /** Whether a message with a doubtful name is left to be read carefully. */
  private final boolean wary;

  private final MessageSorter sorter;
  private final TimeReader times;
  private final KnownHeads heads;
  private final OriginTable origins = OriginTable.ofStderr();
  private final StringInterner sqlStates = new StringInterner();
  private final int maxEntryBytes;
  private final RawMessage message = new RawMessage();

  // the message under way

  private boolean open;
  private int sessionFrom;
  private int sessionTo;
  private int processFrom;
  private int processTo;
  private int sqlStateFrom;
  private int sqlStateTo;

  /** Bytes of its prefix and its texts. */
  private int length;

  /** The labels it has had, a bit for each. */
  private int labels;

  /** The texts of it that are in the scratch bytes, a bit for each label. */
  private int scratched;

  // the text under way

  private Label label = Label.LOG;
  private int textFrom;
  private int textTo;

  StderrBlockReader(
      String file,
      QuickHead head,
      boolean wary,
      Languages languages,
      Optional<ZoneId> zone,
      int maxEntryBytes,
      KnownStatements statements) {
    this.head = head;
    this.wary = wary;
    this.sorter = new MessageSorter(file, languages, statements);
    this.times = new TimeReader(zone);
    this.heads = new KnownHeads(times);
    this.maxEntryBytes = maxEntryBytes;
  }

  @Override
  public TimeDecoder times() {
    return times.decoder();
  }

  @Override
  public int read(byte[] bytes, int from, int to, long offset, BlockRecords out) {
    open = false;
    int messageStart = from;
    int messageLine = 0;
    int scratchLength = out.scratch.length();
    int line = 0;
    int next;
    for (int start = from; start < to; start = next, line++) {
      int end = NewlineFinder.indexOfEnd(bytes, start, to);
      if (end >= 0 && bytes[end] == 0) {
        return stop(messageStart, messageLine, scratchLength, out);
      }
      end = end < 0 ? to : end;
      next = end + 1;
      if (start == end) {
        continue;
      }
      boolean read;
      KnownHeads.Head known;
      if (end - start > maxEntryBytes) {
        read = false;
      } else if (bytes[start] == '\t') {
        read = goOn(bytes, start + 1, end, out.scratch);
      } else if ((known = heads.find(bytes, start, end)) != null) {
        if (known.label().isSeverity()) {
          finish(bytes, out);
          messageStart = start;
          messageLine = line;
          scratchLength = out.scratch.length();
          read = start(known, start, end, offset + start - from, line);
        } else {
          read = section(known, bytes, start, end);
        }
      } else if (!head.find(bytes, start, end)) {
        read = false;
      } else if (head.label().isSeverity()) {
        finish(bytes, out);
        messageStart = start;
        messageLine = line;
        scratchLength = out.scratch.length();
        read = start(bytes, start, end, offset + start - from, line);
      } else {
        read = section(bytes, start, end);
      }
      if (!read) {
        return stop(messageStart, messageLine, scratchLength, out);
      }
    }
    finish(bytes, out);
    out.lines(line);
    return to;
  }

  private static int stop(int start, int lines, int scratchLength, BlockRecords out) {
    out.scratch.truncate(scratchLength);
    out.lines(lines);
    return start;
  }

  /** One long method on purpose: so the compiler of the JVM leaves it out of the loop. */
  private boolean start(byte[] b, int start, int end, long offset, int line) {
    PrefixFields fields = head.fields();
    if (wary && PrefixDoubt.isIn(b, fields)) {
      return false;
    }
    long time = TimeReader.NO_TIME;
    if (fields.has(PrefixEscape.TIME_MILLISECONDS)) {
      int from = fields.from(PrefixEscape.TIME_MILLISECONDS);
      time = times.dateTime(b, from, fields.to(PrefixEscape.TIME_MILLISECONDS));
    } else if (fields.has(PrefixEscape.TIME_EPOCH)) {
      int from = fields.from(PrefixEscape.TIME_EPOCH);
      time = times.epoch(b, from, fields.to(PrefixEscape.TIME_EPOCH));
    } else if (fields.has(PrefixEscape.TIME)) {
      time = times.dateTime(b, fields.from(PrefixEscape.TIME), fields.to(PrefixEscape.TIME));
    }
    if (time == TimeReader.UNUSUAL) {
      return false;
    }
    open = true;
    sessionFrom = fields.from(PrefixEscape.SESSION);
    sessionTo = fields.to(PrefixEscape.SESSION);
    processFrom = fields.from(PrefixEscape.PROCESS);
    processTo = fields.to(PrefixEscape.PROCESS);
    sqlStateFrom = fields.from(PrefixEscape.SQLSTATE);
    sqlStateTo = fields.to(PrefixEscape.SQLSTATE);
    PrefixEscape host = fields.has(PrefixEscape.REMOTE) ? PrefixEscape.REMOTE : PrefixEscape.HOST;
    int[] spans = origins.spans;
    spans[OriginTable.SESSION] = sessionFrom;
    spans[OriginTable.SESSION + 1] = sessionTo;
    spans[OriginTable.PROCESS] = processFrom;
    spans[OriginTable.PROCESS + 1] = processTo;
    spans[OriginTable.USER] = fields.from(PrefixEscape.USER);
    spans[OriginTable.USER + 1] = fields.to(PrefixEscape.USER);
    spans[OriginTable.DATABASE] = fields.from(PrefixEscape.DATABASE);
    spans[OriginTable.DATABASE + 1] = fields.to(PrefixEscape.DATABASE);
    spans[OriginTable.APPLICATION] = fields.from(PrefixEscape.APPLICATION);
    spans[OriginTable.APPLICATION + 1] = fields.to(PrefixEscape.APPLICATION);
    spans[OriginTable.HOST] = fields.from(host);
    spans[OriginTable.HOST + 1] = fields.to(host);
    spans[OriginTable.QUERY] = fields.from(PrefixEscape.QUERY);
    spans[OriginTable.QUERY + 1] = fields.to(PrefixEscape.QUERY);
    message.start(offset, line);
    message.timeMicros = time;
    message.origin = origins.get(b);
    message.severity = head.label();
    length = head.labelStart() - start;
    labels = 0;
    scratched = 0;
    heads.remember(b, start, head, message.origin);
    return openText(head.label(), head.textStart(), end);
  }

  private boolean start(KnownHeads.Head known, int start, int end, long offset, int line) {
    PrefixFields fields = known.fields();
    open = true;
    sessionFrom = start + fields.from(PrefixEscape.SESSION);
    sessionTo = start + fields.to(PrefixEscape.SESSION);
    processFrom = start + fields.from(PrefixEscape.PROCESS);
    processTo = start + fields.to(PrefixEscape.PROCESS);
    sqlStateFrom = start + fields.from(PrefixEscape.SQLSTATE);
    sqlStateTo = start + fields.to(PrefixEscape.SQLSTATE);
    message.start(offset, line);
    message.timeMicros = heads.time();
    message.origin = known.origin();
    message.severity = known.label();
    length = known.labelStart();
    labels = 0;
    scratched = 0;
    return openText(known.label(), start + known.textStart(), end);
  }

  private boolean section(byte[] b, int start, int end) {
    if (!open || !belongs(head.fields(), 0, b)) {
      return false;
    }
    heads.remember(b, start, head, RawMessage.NOBODY);
    closeText();
    return openText(head.label(), head.textStart(), end);
  }

  private boolean section(KnownHeads.Head known, byte[] b, int start, int end) {
    if (!open || !belongs(known.fields(), start, b)) {
      return false;
    }
    closeText();
    return openText(known.label(), start + known.textStart(), end);
  }

  /** A section belongs to the open message if the session that its prefix shows is the same. */
  private boolean belongs(PrefixFields fields, int start, byte[] b) {
    if (sessionFrom < sessionTo && fields.has(PrefixEscape.SESSION)) {
      int from = start + fields.from(PrefixEscape.SESSION);
      int to = start + fields.to(PrefixEscape.SESSION);
      return Arrays.equals(b, sessionFrom, sessionTo, b, from, to);
    }
    if (processFrom < processTo && fields.has(PrefixEscape.PROCESS)) {
      int from = start + fields.from(PrefixEscape.PROCESS);
      int to = start + fields.to(PrefixEscape.PROCESS);
      return Arrays.equals(b, processFrom, processTo, b, from, to);
    }
    return true;
  }

  /** The text behind a head; false if there is too much, or one of this label before. */
  private boolean openText(Label newLabel, int start, int end) {
    label = newLabel;
    textFrom = start;
    textTo = end;
    length += textTo - textFrom;
    int bit = 1 << label.ordinal();
    boolean first = (labels & bit) == 0;
    labels |= bit;
    return first && length <= maxEntryBytes;
  }

  /** A further line of the text under way, its tab not included. */
  private boolean goOn(byte[] b, int from, int to, ByteAccumulator scratch) {
    length += to - from + 1;
    if (!open || length > maxEntryBytes) {
      return false;
    }
    int bit = 1 << label.ordinal();
    if ((scratched & bit) == 0) {
      scratched |= bit;
      int start = scratch.length();
      scratch.append(b, textFrom, textTo);
      textFrom = start;
    }
    scratch.append('\n');
    scratch.append(b, from, to);
    textTo = scratch.length();
    return true;
  }

  private void closeText() {
    message.setText(label, textFrom, textTo);
  }

  private void finish(byte[] b, BlockRecords out) {
    if (!open) {
      return;
    }
    open = false;
    closeText();
    byte[] scratch = out.scratch.array();
    message.message = isScratched(message.severity) ? scratch : b;
    message.detail = isScratched(Label.DETAIL) ? scratch : b;
    message.context = isScratched(Label.CONTEXT) ? scratch : b;
    message.statement = isScratched(Label.STATEMENT) ? scratch : b;
    takeSqlState(b);
    sorter.accept(message, out);
  }

  private boolean isScratched(Label text) {
    return (scratched & 1 << text.ordinal()) != 0;
  }

  /** With log_error_verbosity = verbose it stands before the text. */
  private void takeSqlState(byte[] b) {
    int from = message.messageFrom;
    int verbose = StderrDecoder.sqlStateLength(message.message, from, message.messageTo);
    if (verbose > 0) {
      message.sqlState = sqlStates.intern(message.message, from, from + SQLSTATE_BYTES);
      message.messageFrom = from + verbose;
    } else if (sqlStateFrom < sqlStateTo) {
      message.sqlState = sqlStates.intern(b, sqlStateFrom, sqlStateTo);
    }
  }
}
