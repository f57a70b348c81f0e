package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.StoredLines;
import io.github.pgslowlog.decode.RecordDecoder;
import io.github.pgslowlog.decode.StderrDecoder;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.frame.CsvFramer;
import io.github.pgslowlog.frame.ForeignLine;
import io.github.pgslowlog.frame.Frame;
import io.github.pgslowlog.frame.FrameListener;
import io.github.pgslowlog.frame.JsonRecordFramer;
import io.github.pgslowlog.frame.RecordFrame;
import io.github.pgslowlog.frame.StderrFrame;
import io.github.pgslowlog.frame.StderrFramer;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.source.UnitOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the lines of a log whose format is known to its messages. */
final class EntryReader {
  private final LogFormat format;
  private final UnitOfWork unit;
  private final AnalyzerOptions options;
  private final FrameListener frames;
  private final String name;
  private @Nullable StderrFramer stderr;

  EntryReader(
      LogFormat format,
      UnitOfWork unit,
      TimeDecoder times,
      AnalyzerOptions options,
      EntryListener entries,
      LogListener listener) {
    this.format = format;
    this.unit = unit;
    this.options = options;
    this.name = unit.source().name();
    StderrDecoder lineDecoder = new StderrDecoder(times);
    RecordDecoder recordDecoder = new RecordDecoder(times, format.languages()::severity);
    this.frames =
        new FrameListener() {
          @Override
          public void frame(Frame frame) {
            if (frame instanceof StderrFrame lines) {
              entries.entry(lineDecoder.decode(lines), languages());
            } else if (frame instanceof RecordFrame record) {
              entries.entry(recordDecoder.decode(record), format.languages());
            }
          }

          @Override
          public void skip(Skip skip) {
            listener.skip(skip);
          }
        };
  }

  private Languages languages() {
    return stderr == null ? format.languages() : stderr.languages();
  }

  /** Whether nothing was met that the format does not tell. */
  boolean isAsDetected() {
    return stderr == null
        || (stderr.languages().equals(format.languages())
            && format.style().orElseThrow().prefixes().containsAll(stderr.prefixes()));
  }

  /** The prefixes met, the first first. */
  List<String> prefixes() {
    return stderr == null
        ? List.of()
        : stderr.prefixes().stream().map(LogLinePrefix::format).toList();
  }

  void read(StoredLines stored) throws IOException {
    boolean behindRecords = stored.nextOffset() > 0;
    Lines lines =
        format.peel(
            stored,
            name,
            skip -> {
              if (stderr == null || !stderr.isWaiting()) {
                frames.skip(skip);
              }
            });
    boolean midLog = unit.from() > 0 && stored.skipRestOfLine();
    switch (format.records()) {
      case STDERR -> {
        StderrFramer framer = stderrFramer(lines, format.style().orElseThrow());
        stderr = framer;
        framer.read(midLog, unit.to());
      }
      case CSVLOG -> readCsv(lines, behindRecords);
      case JSONLOG -> new JsonRecordFramer(lines, name, options.maxEntryBytes(), frames).read();
    }
  }

  private StderrFramer stderrFramer(Lines lines, StderrStyle style) {
    long firstOffset = Math.max(0, unit.from() - 1);
    return new StderrFramer(
        lines, firstOffset, style, format.languages(), name, options.maxEntryBytes(), frames);
  }

  private static void readSome(StderrFramer framer) {
    try {
      framer.readSome();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** When a server starts, it writes a few lines in stderr format before its csvlog. */
  private void readCsv(Lines lines, boolean behindRecords) throws IOException {
    if (format.style().isEmpty()) {
      new CsvFramer(lines, name, options.maxEntryBytes(), frames).read(behindRecords);
      return;
    }
    LinesBetween between = new LinesBetween();
    StderrFramer framer = stderrFramer(between, format.style().get());
    stderr = framer;
    ForeignLine foreign =
        (buffer, from, to, offset, line) -> {
          between.set(buffer, from, to, offset, line);
          readSome(framer);
        };
    try {
      new CsvFramer(lines, name, options.maxEntryBytes(), frames, foreign).read(behindRecords);
    } finally {
      framer.finish();
    }
  }
}
