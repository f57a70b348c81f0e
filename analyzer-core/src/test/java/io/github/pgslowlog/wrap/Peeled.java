package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.Skip;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What is left of a log when a layer is taken off, for tests to compare. */
record Peeled(List<Line> lines, List<Skip> skips) {
  static final int MAX_LINE_BYTES = 20_000;
  static final WrapOptions OPTIONS =
      new WrapOptions(OptionalInt.of(2026), ZoneId.of("Europe/Berlin"), MAX_LINE_BYTES);

  /** A line with all that {@link Lines} tells of it. */
  record Line(
      Lines.Part part,
      String text,
      long stream,
      long micros,
      long process,
      boolean cut,
      long number,
      long offset) {}

  static Peeled of(Wrapper wrapper, String log) {
    return of(wrapper, log.getBytes(StandardCharsets.UTF_8));
  }

  static Peeled of(Wrapper wrapper, byte[] log) {
    List<Skip> skips = new ArrayList<>();
    List<Line> found = new ArrayList<>();
    LineReader reader = new LineReader(new ByteArrayInputStream(log), MAX_LINE_BYTES);
    Lines lines = wrapper.peel(reader, "server.log", skips::add);
    try {
      while (lines.next()) {
        found.add(line(lines));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Peeled(found, skips);
  }

  private static Line line(Lines lines) {
    return new Line(
        lines.part(),
        new String(
            lines.buffer(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8),
        lines.stream(),
        lines.headerMicros(),
        lines.headerProcess(),
        lines.cut(),
        lines.line(),
        lines.offset());
  }

  /** Each line as {@code PART text}. */
  List<String> texts() {
    return lines.stream().map(line -> line.part() + " " + line.text()).toList();
  }

  /** The streams of the lines, numbered from 0 as they come. */
  List<Integer> streams() {
    List<Long> order = lines.stream().map(Line::stream).distinct().toList();
    return lines.stream().map(line -> order.indexOf(line.stream())).toList();
  }

  /** Each skip as {@code place: reason}. */
  List<String> skipTexts() {
    return skips.stream().map(skip -> skip.location() + ": " + skip.reason().word()).toList();
  }

  static boolean matches(Wrapper wrapper, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return wrapper.matches(bytes, 0, bytes.length);
  }
}
