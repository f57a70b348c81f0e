package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.source.UnitOfWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Frames and skips of a log, as lists. */
final class FrameRecorder implements FrameListener {
  static final int NO_BOUND = 1 << 20;

  private final List<StderrFrame> frames = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();

  @Override
  public void frame(Frame frame) {
    if (frame instanceof StderrFrame stderr) {
      frames.add(stderr);
    }
  }

  @Override
  public void skip(Skip skip) {
    skips.add(skip);
  }

  List<StderrFrame> frames() {
    return frames;
  }

  List<Skip> skips() {
    return skips;
  }

  /** The messages, each with its sections, as {@code LOG: text|DETAIL: text}. */
  List<String> texts() {
    return frames.stream().map(FrameRecorder::text).toList();
  }

  private static String text(StderrFrame frame) {
    StringBuilder text = new StringBuilder();
    text.append(frame.severity()).append(": ").append(frame.message());
    for (Label label : Label.values()) {
      if (frame.section(label) != null) {
        text.append('|').append(label).append(": ").append(frame.section(label));
      }
    }
    return text.toString();
  }

  /** Where each message starts, its prefix and its texts; line numbers differ between units. */
  List<String> framesByOffset() {
    return frames.stream()
        .map(frame -> frame.location().offset() + " " + frame.head() + text(frame))
        .toList();
  }

  List<String> skipsByOffset() {
    return skips.stream()
        .map(skip -> skip.location().offset() + " " + skip.reason() + " " + skip.lostMicros())
        .toList();
  }

  static FrameRecorder read(String prefix, String log) {
    return read(prefix, log, NO_BOUND);
  }

  static FrameRecorder read(String prefix, String log, int maxEntryBytes) {
    FrameRecorder recorder = new FrameRecorder();
    recorder.readUnit(
        prefix, log.getBytes(StandardCharsets.UTF_8), maxEntryBytes, 0, Long.MAX_VALUE);
    return recorder;
  }

  /** Reads the messages that start in a range of the log, the way a {@link UnitOfWork} is read. */
  void readUnit(String prefix, byte[] log, int maxEntryBytes, int from, long to) {
    int before = Math.max(0, from - 1);
    try {
      LineReader lines =
          new LineReader(new ByteArrayInputStream(log, before, log.length - before), maxEntryBytes);
      boolean midLog = from > 0 && lines.next();
      new StderrFramer(
              lines,
              before,
              LogLinePrefix.parse(prefix).matcher(),
              "postgresql.log",
              maxEntryBytes,
              this)
          .read(midLog, to);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
