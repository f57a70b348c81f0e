package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Skip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records, skips and foreign lines of a csvlog, as lists. */
final class CsvRecorder implements FrameListener {
  static final int NO_BOUND = 1 << 20;

  private final List<RecordFrame> frames = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();

  @Override
  public void frame(Frame frame) {
    if (frame instanceof RecordFrame csv) {
      frames.add(csv);
    }
  }

  @Override
  public void skip(Skip skip) {
    skips.add(skip);
  }

  static CsvRecorder read(String log) {
    return read(log, NO_BOUND);
  }

  static CsvRecorder read(String log, int maxEntryBytes) {
    return read(log.getBytes(StandardCharsets.UTF_8), maxEntryBytes, maxEntryBytes);
  }

  static CsvRecorder read(byte[] log, int maxEntryBytes, int maxLineBytes) {
    CsvRecorder recorder = new CsvRecorder();
    LineReader lines = new LineReader(new ByteArrayInputStream(log), maxLineBytes);
    try {
      new CsvFramer(lines, "postgresql.csv", maxEntryBytes, recorder).read();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return recorder;
  }

  List<RecordFrame> frames() {
    return frames;
  }

  /** The columns of a record that are not NULL, in order. */
  List<String> columns(int index) {
    return frames.get(index).fields().values().stream().map(Slice::text).toList();
  }

  /** Of each record one field, {@code NULL} where it has none. */
  List<String> all(RecordField field) {
    return frames.stream().map(frame -> text(frame, field)).toList();
  }

  List<String> messages() {
    return all(RecordField.MESSAGE);
  }

  static String text(RecordFrame frame, RecordField field) {
    Slice value = frame.get(field);
    return value == null ? "NULL" : value.text();
  }

  /** Skips as {@code REASON line:offset lostMicros}. */
  List<String> skips() {
    return skips.stream()
        .map(
            skip ->
                "%s %d:%d %d"
                    .formatted(
                        skip.reason(),
                        skip.location().line(),
                        skip.location().offset(),
                        skip.lostMicros()))
        .toList();
  }

  long lostMicros() {
    return skips.stream().mapToLong(Skip::lostMicros).sum();
  }
}
