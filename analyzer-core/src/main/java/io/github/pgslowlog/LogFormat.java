package io.github.pgslowlog;

import io.github.pgslowlog.block.BlockFormat;
import io.github.pgslowlog.block.CsvBlockFormat;
import io.github.pgslowlog.block.JsonBlockFormat;
import io.github.pgslowlog.block.StderrBlockFormat;
import io.github.pgslowlog.block.SyslogBlockFormat;
import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.PieceReader;
import io.github.pgslowlog.bytes.StoredLines;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.wrap.JsonLayer;
import io.github.pgslowlog.wrap.LineWrappers;
import io.github.pgslowlog.wrap.Wrapper;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the first bytes of a log say about all of it.
 *
 * @param windowsLineEnds whether every line ends with a carriage return and a line feed
 * @param wrappers what platforms put around the server's lines, outermost first
 * @param records how the server wrote its messages
 * @param style the lines in stderr format, empty if none were seen
 * @param languages the languages its messages are written in
 */
record LogFormat(
    boolean windowsLineEnds,
    List<Wrapper> wrappers,
    Records records,
    Optional<StderrStyle> style,
    Languages languages) {
  /** How a server writes messages. */
  enum Records {
    /** Lines with log_line_prefix; syslog's and most platforms' are these, once unwrapped. */
    STDERR("stderr"),
    /** Comma-separated values. */
    CSVLOG("csvlog"),
    /** JSON objects, one for each message. */
    JSONLOG("jsonlog");

    private final String word;

    Records(String word) {
      this.word = word;
    }

    /** The name in reports. */
    String word() {
      return word;
    }
  }

  LogFormat {
    wrappers = List.copyOf(wrappers);
  }

  /** The lines as they are stored; of JSON in pieces, for an array on one line has any length. */
  StoredLines open(InputStream in, int maxLineBytes) {
    boolean json = !wrappers.isEmpty() && wrappers.get(0) instanceof JsonLayer;
    return json ? new PieceReader(in) : new LineReader(in, maxLineBytes);
  }

  /** Takes the layers off: from the lines as they are stored to those of the server. */
  Lines peel(StoredLines stored, String file, SkipListener skips) {
    if (windowsLineEnds) {
      stored.withoutCarriageReturns();
    }
    if (wrappers.isEmpty() || !wrappers.get(0).isBinary()) {
      stored.withoutNulBytes(file, skips);
    }
    Lines lines = stored;
    for (Wrapper wrapper : wrappers) {
      lines = wrapper.peel(lines, file, skips);
    }
    return lines;
  }

  /** The same for the rest of a log with a tab in a text before. */
  LogFormat behindTabs() {
    List<Wrapper> behind = wrappers.stream().map(Wrapper::behindTabs).toList();
    return new LogFormat(windowsLineEnds, behind, records, style, languages);
  }

  /** The layers around the messages, outermost first, as reports name them. */
  List<String> layers() {
    return wrappers.stream().map(Wrapper::title).filter(title -> !title.isEmpty()).toList();
  }

  /** How the log is read in blocks, if it is ordinary. */
  Optional<BlockFormat> blocks(String file, AnalyzerOptions options) {
    if (windowsLineEnds) {
      return Optional.empty();
    }
    return switch (records) {
      case STDERR ->
          style.filter(StderrBlockFormat::isOrdinary).flatMap(lines -> lines(lines, file, options));
      case CSVLOG ->
          wrappers.isEmpty()
              ? Optional.of(
                  new CsvBlockFormat(file, languages, options.timeZone(), options.maxEntryBytes()))
              : Optional.empty();
      case JSONLOG ->
          wrappers.size() == 1 && wrappers.get(0) instanceof JsonLayer
              ? Optional.of(
                  new JsonBlockFormat(file, languages, options.timeZone(), options.maxEntryBytes()))
              : Optional.empty();
    };
  }

  private Optional<BlockFormat> lines(StderrStyle lines, String file, AnalyzerOptions options) {
    Optional<ZoneId> zone = options.timeZone();
    int maxEntryBytes = options.maxEntryBytes();
    if (wrappers.isEmpty()) {
      return Optional.of(new StderrBlockFormat(file, lines, languages, zone, maxEntryBytes));
    }
    return wrappers.size() == 1 && LineWrappers.isSyslog(wrappers.get(0))
        ? Optional.of(new SyslogBlockFormat(file, lines, languages, zone, maxEntryBytes))
        : Optional.empty();
  }
}
