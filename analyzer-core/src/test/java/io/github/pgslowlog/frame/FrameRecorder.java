package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.source.UnitOfWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Frames and skips of a log, as lists. */
final class FrameRecorder implements FrameListener {
  static final int NO_BOUND = 1 << 20;

  private final List<StderrFrame> frames = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();
  private final List<String> prefixes = new ArrayList<>();

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

  /** Reads a log the way its own first lines ask for. */
  static FrameRecorder detect(String prefix, String log) {
    FrameRecorder recorder = new FrameRecorder();
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    Supplier<Lines> lines =
        () ->
            new LineReader(new ByteArrayInputStream(bytes), NO_BOUND)
                .withoutNulBytes("postgresql.log", recorder);
    LogLinePrefix known = LogLinePrefix.parse(prefix);
    try {
      StderrLayout layout = StderrLayout.of(lines, known.matcher(), Languages.english());
      recorder.skips.clear();
      StderrStyle style = new StderrStyle(List.of(known), layout, true, false);
      StderrFramer framer =
          new StderrFramer(
              lines.get(), 0, style, Languages.english(), "postgresql.log", NO_BOUND, recorder);
      framer.read(false, Long.MAX_VALUE);
      recorder.prefixes.addAll(framer.prefixes().stream().map(LogLinePrefix::format).toList());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return recorder;
  }

  List<String> prefixes() {
    return prefixes;
  }

  /** Reads the messages that start in a range of the log, the way a {@link UnitOfWork} is read. */
  void readUnit(String prefix, byte[] log, int maxEntryBytes, int from, long to) {
    int before = Math.max(0, from - 1);
    try {
      StderrFramer[] framer = new StderrFramer[1];
      LineReader lines =
          new LineReader(new ByteArrayInputStream(log, before, log.length - before), maxEntryBytes)
              .withoutNulBytes(
                  "postgresql.log",
                  skip -> {
                    if (framer[0] != null && !framer[0].isWaiting()) {
                      skip(skip);
                    }
                  });
      boolean midLog = from > 0 && lines.skipRestOfLine();
      framer[0] =
          new StderrFramer(
              lines,
              before,
              StderrStyle.of(LogLinePrefix.parse(prefix)),
              Languages.english(),
              "postgresql.log",
              maxEntryBytes,
              this);
      framer[0].read(midLog, to);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
