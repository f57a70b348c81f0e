package io.github.pgslowlog.block;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.StderrDecoder;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.frame.Frame;
import io.github.pgslowlog.frame.FrameListener;
import io.github.pgslowlog.frame.StderrFrame;
import io.github.pgslowlog.frame.StderrFramer;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.wrap.LineWrappers;
import io.github.pgslowlog.wrap.Wrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a log in stderr format the careful way, and makes records of it like a block reader. */
final class StderrTwin implements FrameListener {
  static final String FILE = "postgresql.log";

  private final StderrDecoder decoder;
  private final List<LogEntry> entries = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();

  private StderrTwin(Optional<ZoneId> zone) {
    this.decoder = new StderrDecoder(new TimeDecoder(zone));
  }

  static StderrTwin read(
      byte[] log,
      LogLinePrefix prefix,
      Languages languages,
      Optional<ZoneId> zone,
      int maxEntryBytes) {
    StderrTwin twin = new StderrTwin(zone);
    twin.read(twin.lines(log, maxEntryBytes), prefix, languages, maxEntryBytes);
    return twin;
  }

  /** Reads a log in syslog. */
  static StderrTwin readSyslog(byte[] log, LogLinePrefix prefix) {
    int maxEntryBytes = 1 << 20;
    StderrTwin twin = new StderrTwin(Optional.empty());
    Wrapper syslog =
        LineWrappers.all().stream().filter(LineWrappers::isSyslog).findFirst().orElseThrow();
    Lines lines = syslog.peel(twin.lines(log, maxEntryBytes), FILE, twin);
    twin.read(lines, prefix, Languages.english(), maxEntryBytes);
    return twin;
  }

  private LineReader lines(byte[] log, int maxEntryBytes) {
    return new LineReader(new ByteArrayInputStream(log), maxEntryBytes).withoutNulBytes(FILE, this);
  }

  private void read(Lines lines, LogLinePrefix prefix, Languages languages, int maxEntryBytes) {
    StderrFramer framer =
        new StderrFramer(lines, 0, StderrStyle.of(prefix), languages, FILE, maxEntryBytes, this);
    try {
      framer.read(false, Long.MAX_VALUE);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void frame(Frame frame) {
    if (frame instanceof StderrFrame lines) {
      entries.add(decoder.decode(lines));
    }
  }

  @Override
  public void skip(Skip skip) {
    skips.add(skip);
  }

  List<LogEntry> entries() {
    return entries;
  }

  List<Skip> skips() {
    return skips;
  }

  /** What a block reader should make of the messages that start before an offset. */
  List<String> records(long end, Languages languages) {
    BlockRecords records = new BlockRecords();
    MessageSorter sorter = new MessageSorter(FILE, languages, new KnownStatements());
    for (LogEntry entry : entries) {
      if (entry.location().offset() < end) {
        sorter.accept(raw(entry), records);
      }
    }
    return describe(records, 0);
  }

  private static RawMessage raw(LogEntry entry) {
    RawMessage raw = new RawMessage();
    raw.start(entry.location().offset(), (int) entry.location().line() - 1);
    Instant time = entry.time();
    raw.timeMicros =
        time == null
            ? RawMessage.NO_TIME
            : 1_000_000 * time.getEpochSecond() + time.getNano() / 1000;
    raw.origin = entry.origin();
    raw.severity = entry.severity();
    raw.sqlState = entry.sqlState();
    raw.message = entry.message().array();
    raw.messageFrom = entry.message().from();
    raw.messageTo = entry.message().to();
    Slice detail = entry.detail();
    if (detail != null) {
      raw.detail = detail.array();
      raw.detailFrom = detail.from();
      raw.detailTo = detail.to();
    }
    Slice context = entry.context();
    if (context != null) {
      raw.context = context.array();
      raw.contextFrom = context.from();
      raw.contextTo = context.to();
    }
    Slice statement = entry.statement();
    if (statement != null) {
      raw.statement = statement.array();
      raw.statementFrom = statement.from();
      raw.statementTo = statement.to();
    }
    return raw;
  }

  /** Everything that records hold, for comparison; lines count from a first. */
  static List<String> describe(BlockRecords records, int firstLine) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      all.add(describe(records, i, firstLine));
    }
    return all;
  }

  private static String describe(BlockRecords records, int i, int firstLine) {
    if (records.statement(i) == null) {
      LogEntry entry = records.entry(i);
      return String.join(
          "|",
          Long.toString(entry.location().line() + firstLine),
          Long.toString(entry.location().offset()),
          entry.location().file(),
          String.valueOf(entry.time()),
          entry.origin().toString(),
          entry.severity().toString(),
          String.valueOf(entry.sqlState()),
          text(entry.message()),
          text(entry.detail()),
          text(entry.context()),
          text(entry.statement()));
    }
    byte[] detail = records.detail(i);
    return String.join(
        "|",
        Long.toString(records.offset(i)),
        Long.toString(records.timeMicros(i)),
        Long.toString(records.micros(i)),
        records.kind(i).toString(),
        records.origin(i).toString(),
        Long.toString(records.textKey(i)),
        text(Slice.of(records.sql(i), records.sqlFrom(i), records.sqlTo(i))),
        text(detail == null ? null : Slice.of(detail, records.detailFrom(i), records.detailTo(i))));
  }

  private static String text(@Nullable Slice text) {
    return text == null
        ? "-"
        : "'" + new String(text.array(), text.from(), text.length(), ISO_8859_1) + "'";
  }
}
