package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.json.JsonObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines, streams and skips of a log whose layer was taken off. */
final class PeeledJson {
  private static final int NO_BOUND = 64 << 20;

  private final List<String> lines = new ArrayList<>();
  private final List<Long> streams = new ArrayList<>();
  private final List<String> skips = new ArrayList<>();

  /** Lines as {@code LINE 2 text}: part, number in the log, text. */
  List<String> lines() {
    return lines;
  }

  List<Long> streams() {
    return streams;
  }

  List<String> skips() {
    return skips;
  }

  static PeeledJson of(String title, String log) {
    return of(title, log, StandardCharsets.UTF_8, NO_BOUND);
  }

  static PeeledJson of(String title, String log, Charset charset, int maxBytes) {
    PeeledJson peeled = new PeeledJson();
    try {
      Lines inner = peeled.peel(title, log.getBytes(charset), maxBytes);
      while (inner.next()) {
        int length = inner.end() - inner.start();
        String text = new String(inner.buffer(), inner.start(), length, charset);
        String cut = inner.cut() ? " cut" : "";
        peeled.lines.add(inner.part() + " " + inner.line() + cut + " " + text);
        peeled.streams.add(inner.stream());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return peeled;
  }

  private Lines peel(String title, byte[] log, int maxBytes) {
    LineReader reader = new LineReader(new ByteArrayInputStream(log), maxBytes);
    JsonObjects objects = new JsonObjects(reader, "db.json", maxBytes, true, this::skip);
    return wrapper(title).peel(objects, "db.json", this::skip);
  }

  private void skip(Skip skip) {
    skips.add(skip.reason() + " " + skip.location());
  }

  /** The title of the first wrapper that an object matches, {@code none} if there is none. */
  static String titleOf(String object) {
    byte[] bytes = object.strip().getBytes(StandardCharsets.UTF_8);
    return JsonWrappers.all().stream()
        .filter(wrapper -> wrapper.matches(bytes, 0, bytes.length))
        .findFirst()
        .map(Wrapper::title)
        .orElse("none");
  }

  private static Wrapper wrapper(String title) {
    return JsonWrappers.all().stream()
        .filter(wrapper -> wrapper.title().equals(title))
        .findFirst()
        .orElseThrow();
  }
}
