package io.github.pgslowlog;

import io.github.pgslowlog.bytes.StoredLines;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.source.UnitOfWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a log before its first message: the rest of one whose start is not there, or what
 * a container prints.
 *
 * @param skips what is told of it
 * @param lines number of its lines
 */
record Beginning(List<Skip> skips, long lines) {
  Beginning {
    skips = List.copyOf(skips);
  }

  /**
   * Reads it carefully.
   *
   * @param unit the log
   * @param format its format
   * @param options how logs are read
   * @param bytes holds the log
   * @param length number of bytes before the first message
   * @return empty if it holds messages, or another thing that the lines behind may depend on
   */
  static Optional<Beginning> read(
      UnitOfWork unit, LogFormat format, AnalyzerOptions options, byte[] bytes, int length) {
    Collector found = new Collector();
    StoredLines stored =
        format.open(new ByteArrayInputStream(bytes, 0, length), options.maxEntryBytes());
    EntryReader reader =
        new EntryReader(
            format,
            unit,
            new TimeDecoder(options.timeZone()),
            options,
            (entry, languages) -> found.entries++,
            found);
    try {
      reader.read(stored);
    } catch (IOException impossible) {
      return Optional.empty();
    }
    return found.entries > 0 || !reader.isAsDetected()
        ? Optional.empty()
        : Optional.of(new Beginning(found.skips, stored.line()));
  }

  private static final class Collector implements LogListener {
    private final List<Skip> skips = new ArrayList<>();
    private int entries;

    @Override
    public void skip(Skip skip) {
      skips.add(skip);
    }
  }
}
