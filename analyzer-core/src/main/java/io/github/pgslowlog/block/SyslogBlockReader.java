package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.NewlineFinder;
import io.github.pgslowlog.bytes.StringInterner;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.decode.StderrDecoder;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.PrefixDoubt;
import io.github.pgslowlog.prefix.PrefixEscape;
import io.github.pgslowlog.prefix.PrefixFields;
import io.github.pgslowlog.prefix.QuickHead;
import io.github.pgslowlog.wrap.SyslogLine;
import io.github.pgslowlog.wrap.SyslogLine.Numbering;
import io.github.pgslowlog.wrap.SyslogSender;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks of a log in stderr format in syslog: the fast twin of {@code wrap.SyslogLines} and
 * {@code frame.StderrFramer}. For one thread.
 *
 * <p>Each process has a message under way, which ends when its next one starts. Records come in the
 * order in which messages end; with which messages of other blocks a block is tied, its {@link
 * LooseEnds} tell. The reading stops before the first line that is out of the ordinary. Hot path.
 */
public final class SyslogBlockReader implements BlockReader {
  /** As many have a message under way at a time when a log is read carefully. */
  static final int MAX_PROCESSES = 4096;

  private static final int SQLSTATE_BYTES = 5;

  private final SyslogLine syslog = new SyslogLine();
  private final QuickHead head;

  /** Whether a message with a doubtful name is left to be read carefully. */
  private final boolean wary;

  private final MessageSorter sorter;
  private final TimeReader times;
  private final KnownHeads heads;
  private final OriginTable origins = OriginTable.ofStderr();
  private final StringInterner sqlStates = new StringInterner();
  private final int maxEntryBytes;

  private final List<SyslogMessage> pool = new ArrayList<>();
  private final Map<Long, SyslogMessage> processes = new HashMap<>();
  private int block;

  // the line under way

  private byte[] bytes = RawMessage.NO_BYTES;
  private BlockRecords out = new BlockRecords();
  private int start;
  private int end;
  private int line;

  /** Place in the log of index 0 of the bytes. */
  private long shift;

  // its head, if it has one

  private Label label = Label.LOG;
  private PrefixFields fields = new PrefixFields();
  private KnownHeads.@Nullable Head known;

  /** What indexes in the fields count from. */
  private int fieldsFrom;

  private int labelStart;
  private int textStart;

  SyslogBlockReader(
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
  public int read(byte[] b, int from, int to, long offset, BlockRecords records) {
    int stopped = readLines(b, from, to, offset, records);
    LooseEnds ends = records.looseEnds();
    List<SyslogMessage> touched = new ArrayList<>(processes.values());
    touched.removeIf(process -> process.lastLine < 0);
    touched.sort(Comparator.comparingInt(process -> process.lastLine));
    for (SyslogMessage process : touched) {
      RawLines lines = process.open ? process.rawLines(b, from, offset) : null;
      ends.add(new LooseEnds.Touched(process.stream, lines));
    }
    return stopped;
  }

  @Override
  public boolean readMessage(RawLines lines, BlockRecords records) {
    byte[] b = lines.array();
    int stopped = readLines(b, 0, lines.length(), lines.offset(0), records);
    List<LooseEnds.Event> events = records.looseEnds().events();
    boolean one =
        stopped == lines.length()
            && records.messages() == 0
            && events.size() == 1
            && events.get(0).kind() == LooseEnds.Kind.START;
    if (one) {
      processes.values().forEach(this::finish);
    }
    return one;
  }

  private int readLines(byte[] b, int from, int to, long offset, BlockRecords records) {
    bytes = b;
    out = records;
    shift = offset - from;
    block++;
    processes.clear();
    syslog.startBlock();
    LooseEnds ends = records.looseEnds();
    int next;
    line = 0;
    for (start = from; start < to; start = next, line++) {
      end = NewlineFinder.indexOfEnd(b, start, to);
      if (end >= 0 && b[end] == 0) {
        break;
      }
      end = end < 0 ? to : end;
      next = end + 1;
      if (end - start > maxEntryBytes || !syslog.read(b, start, end)) {
        break;
      }
      if (!syslog.isServer()) {
        addEvent(LooseEnds.Kind.OTHER, 0, -1, -1);
        ends.last(start, end, line, true);
        continue;
      }
      if (!serverLine(ends)) {
        break;
      }
      ends.last(start, end, line, false);
      ends.sawTabs = syslog.sawTabs();
      ends.sawEscapedTabs = syslog.sawEscapedTabs();
    }
    records.lines(line);
    return Math.min(start, to);
  }

  private void addEvent(LooseEnds.Kind kind, long stream, long number, long piece) {
    LooseEnds.Event event =
        new LooseEnds.Event(
            kind,
            stream,
            out.size(),
            out.messages(),
            out.lastTime(),
            start,
            end,
            line,
            number,
            piece);
    out.looseEnds().add(event);
  }

  /** Nothing is changed if the line is out of the ordinary, but that the message before ended. */
  private boolean serverLine(LooseEnds ends) {
    Numbering numbering = syslog.numbering();
    if (ends.numbering != null && ends.numbering != numbering) {
      return false;
    }
    SyslogMessage process = process(syslog.sender());
    int rawFrom = syslog.textFrom();
    if (process == null || rawFrom >= end || !syslog.resolve()) {
      return false;
    }
    byte[] text = syslog.text();
    int from = syslog.textFrom();
    int to = syslog.textTo();
    int lineEnd = text == bytes ? to : firstLineEnd(text, from, to);
    boolean read =
        switch (numbering) {
          case PAIR ->
              syslog.piece() == 1
                  ? message(process, text, from, lineEnd, to)
                  : lineEnd == to && piece(process, text, from, to);
          case SINGLE ->
              syslog.number() > 1
                  && SyslogLine.hasLabel(text, from, to)
                  && message(process, text, from, lineEnd, to);
          case NONE -> unnumbered(process, text, from, lineEnd, to);
        };
    if (!read) {
      return false;
    }
    ends.numbering = numbering;
    process.lastLine = line;
    process.number = syslog.number();
    process.piece = syslog.piece();
    process.pieceLength = to - from;
    process.pieceEnding = SyslogLine.ending(text, from, to);
    if (process.open) {
      process.addLine(start, end, line);
    }
    return true;
  }

  private @Nullable SyslogMessage process(SyslogSender sender) {
    if (sender.note() instanceof SyslogMessage noted
        && noted.block == block
        && noted.stream == sender.stream()) {
      return noted;
    }
    SyslogMessage process = processes.get(sender.stream());
    if (process == null) {
      int count = processes.size();
      if (count == MAX_PROCESSES) {
        return null;
      }
      if (count == pool.size()) {
        pool.add(new SyslogMessage());
      }
      process = pool.get(count);
      process.startBlock(block, sender.stream());
      processes.put(sender.stream(), process);
    }
    sender.note(process);
    return process;
  }

  private static int firstLineEnd(byte[] text, int from, int to) {
    int lineFeed = NewlineFinder.indexOf(text, from, to);
    return lineFeed < 0 ? to : lineFeed;
  }

  // --- lines by their number

  /** A further piece of a message. */
  private boolean piece(SyslogMessage process, byte[] text, int from, int to) {
    boolean tabbed = text[from] == '\t';
    if (!process.open) {
      boolean section = !tabbed && findHead(text, from, to) && !label.isSeverity();
      return rest(process, section ? -1 : syslog.number(), section ? -1 : syslog.piece());
    }
    if (process.number != syslog.number() || process.piece + 1 != syslog.piece()) {
      return false;
    }
    if (tabbed
        && SyslogLine.isCutBefore(process.pieceLength, process.pieceEnding, text, from, to)) {
      return continued(process, false, text, from, to);
    }
    return tabbed
        ? goOn(process, true, text, from + 1, to)
        : continued(process, false, text, from, to);
  }

  /** A line whose message started before this block. */
  private boolean rest(SyslogMessage process, long number, long piece) {
    if (process.started) {
      return false;
    }
    addEvent(LooseEnds.Kind.REST, process.stream, number, piece);
    return true;
  }

  /** A line that says by itself what it is. */
  private boolean unnumbered(SyslogMessage process, byte[] text, int from, int lineEnd, int to) {
    if (text[from] == '\t') {
      if (lineEnd < to) {
        return false;
      }
      return process.open ? goOn(process, true, text, from + 1, to) : rest(process, -1, -1);
    }
    if (!findHead(text, from, lineEnd)) {
      return false;
    }
    if (label.isSeverity()) {
      return start(process, text, from, lineEnd, to);
    }
    if (lineEnd < to) {
      return false;
    }
    return process.open ? section(process, text, to) : rest(process, -1, -1);
  }

  private boolean message(SyslogMessage process, byte[] text, int from, int lineEnd, int to) {
    return text[from] != '\t'
        && findHead(text, from, lineEnd)
        && label.isSeverity()
        && start(process, text, from, lineEnd, to);
  }

  // --- messages

  /** Whether the message started, with all lines of this text. */
  private boolean start(SyslogMessage process, byte[] text, int from, int lineEnd, int to) {
    if (wary && known == null && PrefixDoubt.isIn(text, fields)) {
      return false;
    }
    boolean inPlace = text == bytes;
    boolean hasProcess = fields.has(PrefixEscape.PROCESS) || fields.has(PrefixEscape.SESSION);
    int headLength = labelStart - from;
    if (!hasProcess && (!inPlace || syslog.numbering() == Numbering.NONE)
        || headLength + lineEnd - textStart > maxEntryBytes) {
      return false;
    }
    long time = known != null ? heads.time() : time(text);
    if (time == TimeReader.UNUSUAL || !hasProcess && syslog.processFrom() < 0) {
      return false;
    }
    if (!process.started) {
      addEvent(LooseEnds.Kind.START, process.stream, -1, -1);
      process.started = true;
    }
    if (process.open) {
      finish(process);
    }
    RawMessage raw = process.raw;
    raw.start(shift + start, line);
    raw.timeMicros = time;
    raw.severity = label;
    raw.origin = known != null ? known.origin() : origin(text, hasProcess);
    if (known == null && hasProcess) {
      heads.remember(text, from, head, raw.origin);
    }
    if (inPlace) {
      process.start(text, fields, fieldsFrom, headLength);
    } else {
      byte[] copy = Arrays.copyOfRange(text, from, textStart);
      process.start(copy, fields, fieldsFrom - from, headLength);
    }
    process.openText(label, text, textStart, lineEnd, inPlace);
    if (lineEnd < to && !furtherLines(process, text, lineEnd + 1, to)) {
      process.open = false;
      return false;
    }
    return true;
  }

  private long time(byte[] b) {
    if (fields.has(PrefixEscape.TIME_MILLISECONDS)) {
      int from = fields.from(PrefixEscape.TIME_MILLISECONDS);
      return times.dateTime(b, from, fields.to(PrefixEscape.TIME_MILLISECONDS));
    }
    if (fields.has(PrefixEscape.TIME_EPOCH)) {
      int from = fields.from(PrefixEscape.TIME_EPOCH);
      return times.epoch(b, from, fields.to(PrefixEscape.TIME_EPOCH));
    }
    if (fields.has(PrefixEscape.TIME)) {
      return times.dateTime(b, fields.from(PrefixEscape.TIME), fields.to(PrefixEscape.TIME));
    }
    return syslog.micros() == Lines.NO_TIME ? RawMessage.NO_TIME : syslog.micros();
  }

  private Origin origin(byte[] b, boolean hasProcess) {
    PrefixEscape host = fields.has(PrefixEscape.REMOTE) ? PrefixEscape.REMOTE : PrefixEscape.HOST;
    setSpan(OriginTable.SESSION, PrefixEscape.SESSION);
    setSpan(OriginTable.PROCESS, PrefixEscape.PROCESS);
    setSpan(OriginTable.USER, PrefixEscape.USER);
    setSpan(OriginTable.DATABASE, PrefixEscape.DATABASE);
    setSpan(OriginTable.APPLICATION, PrefixEscape.APPLICATION);
    setSpan(OriginTable.HOST, host);
    setSpan(OriginTable.QUERY, PrefixEscape.QUERY);
    if (!hasProcess) {
      origins.spans[OriginTable.PROCESS] = syslog.processFrom();
      origins.spans[OriginTable.PROCESS + 1] = syslog.processTo();
    }
    return origins.get(b);
  }

  private void setSpan(int field, PrefixEscape escape) {
    origins.spans[field] = fields.from(escape);
    origins.spans[field + 1] = fields.to(escape);
  }

  /** The lines behind the first of a text whose line feeds were escaped. */
  private boolean furtherLines(SyslogMessage process, byte[] text, int from, int to) {
    int at = from;
    while (at < to) {
      int lineEnd = firstLineEnd(text, at, to);
      boolean tabbed = at < lineEnd && text[at] == '\t';
      if (!(tabbed
          ? goOn(process, true, text, at + 1, lineEnd)
          : continued(process, true, text, at, lineEnd))) {
        return false;
      }
      at = lineEnd + 1;
    }
    return true;
  }

  /** What goes on with the message, unless it starts a section of it. */
  private boolean continued(SyslogMessage process, boolean newLine, byte[] text, int from, int to) {
    return findHead(text, from, to) && !label.isSeverity()
        ? section(process, text, to)
        : goOn(process, newLine, text, from, to);
  }

  private boolean section(SyslogMessage process, byte[] text, int to) {
    if (!process.belongs(fields, fieldsFrom, text)
        || process.isFull(label, to - textStart, maxEntryBytes)) {
      return false;
    }
    if (known == null) {
      heads.remember(text, headFrom, head, RawMessage.NOBODY);
    }
    process.closeText();
    process.openText(label, text, textStart, to, text == bytes);
    return true;
  }

  private boolean goOn(SyslogMessage process, boolean newLine, byte[] text, int from, int to) {
    if (process.isFull(to - from + (newLine ? 1 : 0), maxEntryBytes)) {
      return false;
    }
    process.goOn(bytes, newLine, text, from, to);
    return true;
  }

  /** Index where the line starts whose head was found last. */
  private int headFrom;

  private boolean findHead(byte[] b, int from, int to) {
    headFrom = from;
    known = heads.find(b, from, to);
    if (known != null) {
      label = known.label();
      fields = known.fields();
      fieldsFrom = from;
      labelStart = from + known.labelStart();
      textStart = from + known.textStart();
      return true;
    }
    if (!head.find(b, from, to)) {
      return false;
    }
    label = head.label();
    fields = head.fields();
    fieldsFrom = 0;
    labelStart = head.labelStart();
    textStart = head.textStart();
    return true;
  }

  private void finish(SyslogMessage process) {
    process.finish(bytes, out.scratch);
    RawMessage raw = process.raw;
    int from = raw.messageFrom;
    int verbose = StderrDecoder.sqlStateLength(raw.message, from, raw.messageTo);
    if (verbose > 0) {
      raw.sqlState = sqlStates.intern(raw.message, from, from + SQLSTATE_BYTES);
      raw.messageFrom = from + verbose;
    } else if (process.sqlStateFrom() < process.sqlStateTo()) {
      raw.sqlState = sqlStates.intern(process.head(), process.sqlStateFrom(), process.sqlStateTo());
    }
    sorter.accept(raw, out);
  }
}
