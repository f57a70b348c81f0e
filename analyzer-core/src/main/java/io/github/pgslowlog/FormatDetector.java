package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.frame.CsvFramer;
import io.github.pgslowlog.frame.JsonRecordFramer;
import io.github.pgslowlog.frame.StderrLayout;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.LanguageDetector;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import io.github.pgslowlog.prefix.PrefixDetector;
import io.github.pgslowlog.wrap.JsonLayer;
import io.github.pgslowlog.wrap.JsonWrappers;
import io.github.pgslowlog.wrap.LineWrappers;
import io.github.pgslowlog.wrap.WrapOptions;
import io.github.pgslowlog.wrap.Wrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out what a log is, by its first bytes, never by its name: the layers around the server's
 * lines, the format, the log_line_prefix, the language.
 *
 * <p>Each layer that is recognised is taken off the first bytes, and what is inside is looked at
 * again.
 */
final class FormatDetector {
  /** Docker in CRI in syslog is rare enough. */
  private static final int MAX_LAYERS = 5;

  private static final int MAX_SAMPLED_LINES = 4000;

  private final byte[] head;
  private final Optional<LogLinePrefix> given;
  private final WrapOptions wrapOptions;
  private final boolean windowsLineEnds;

  FormatDetector(byte[] head, Optional<LogLinePrefix> given, WrapOptions wrapOptions) {
    this.head = head;
    this.given = given;
    this.wrapOptions = wrapOptions;
    this.windowsLineEnds = hasWindowsLineEnds(head);
  }

  /** What the log is, empty if nothing in it looks like a message of a server. */
  Optional<LogFormat> detect() {
    return detect(List.of());
  }

  private Optional<LogFormat> detect(List<Wrapper> outer) {
    List<Slice> sample = sample(outer);
    if (sample.isEmpty() || outer.size() > MAX_LAYERS) {
      return Optional.empty();
    }
    boolean objects = !outer.isEmpty() && outer.get(outer.size() - 1) instanceof JsonLayer;
    if (objects) {
      return ofObjects(outer, sample);
    }
    if (JsonLayer.begins(sample)) {
      return detect(with(outer, new JsonLayer(wrapOptions.maxLineBytes())));
    }
    if (any(sample, CsvFramer::looksLikeRecord)) {
      return Optional.of(csvlog(outer, sample));
    }
    for (Wrapper wrapper : LineWrappers.all(wrapOptions)) {
      if (isWrapped(sample, wrapper)) {
        Optional<LogFormat> inside = detect(with(outer, wrapper));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return stderr(outer, sample);
  }

  private Optional<LogFormat> ofObjects(List<Wrapper> outer, List<Slice> objects) {
    if (any(objects, JsonRecordFramer::looksLikeRecord)) {
      Languages languages = Languages.all();
      return Optional.of(
          new LogFormat(
              windowsLineEnds, outer, LogFormat.Records.JSONLOG, Optional.empty(), languages));
    }
    boolean platform = false;
    for (Wrapper wrapper : JsonWrappers.all()) {
      boolean generic = wrapper == JsonWrappers.generic();
      if (!(generic && platform) && any(objects, wrapper::matches)) {
        platform = true;
        Optional<LogFormat> inside = detect(with(outer, wrapper));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  private LogFormat csvlog(List<Wrapper> outer, List<Slice> sample) {
    List<Slice> before =
        sample.stream()
            .takeWhile(line -> !CsvFramer.looksLikeRecord(line.array(), line.from(), line.to()))
            .toList();
    Optional<StderrStyle> style =
        PrefixDetector.detect(before)
            .map(p -> new StderrStyle(List.of(p), StderrLayout.PLAIN, true, false));
    return new LogFormat(windowsLineEnds, outer, LogFormat.Records.CSVLOG, style, Languages.all());
  }

  private Optional<LogFormat> stderr(List<Wrapper> outer, List<Slice> sample) {
    Languages languages = LanguageDetector.ofLines(sample);
    List<LogLinePrefix> prefixes =
        given.map(List::of).orElseGet(() -> PrefixDetector.detectAll(sample, languages));
    if (prefixes.isEmpty()) {
      return Optional.empty();
    }
    try {
      StderrLayout layout = StderrLayout.of(lines(outer), prefixes.get(0).matcher(), languages);
      boolean isWary =
          given.isEmpty() && PrefixDetector.readsPlainNames(prefixes.get(0), sample, languages);
      StderrStyle style = new StderrStyle(prefixes, layout, given.isEmpty(), isWary);
      return Optional.of(
          new LogFormat(
              windowsLineEnds, outer, LogFormat.Records.STDERR, Optional.of(style), languages));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  // --- lines of the first bytes

  private interface LineTest {
    boolean test(byte[] buffer, int from, int to);
  }

  private static boolean any(List<Slice> lines, LineTest test) {
    return lines.stream().anyMatch(line -> test.test(line.array(), line.from(), line.to()));
  }

  /**
   * Lines that go on with the one before need not wear the layer; of some layers the first line
   * tells.
   */
  private static boolean isWrapped(List<Slice> sample, Wrapper wrapper) {
    if (any(sample.subList(0, 1), wrapper::isShownBy)) {
      return true;
    }
    int wrapped = 0;
    int others = 0;
    for (Slice line : sample) {
      if (wrapper.matches(line.array(), line.from(), line.to())) {
        wrapped++;
      } else if (line.length() > 0 && line.array()[line.from()] != '\t') {
        others++;
      }
    }
    return wrapped > 0 && wrapped >= others;
  }

  private static List<Wrapper> with(List<Wrapper> outer, Wrapper inner) {
    List<Wrapper> wrappers = new ArrayList<>(outer);
    wrappers.add(inner);
    return wrappers;
  }

  private Supplier<Lines> lines(List<Wrapper> wrappers) {
    LogFormat layers =
        new LogFormat(
            windowsLineEnds,
            wrappers,
            LogFormat.Records.STDERR,
            Optional.empty(),
            Languages.english());
    return () ->
        layers.peel(layers.open(new ByteArrayInputStream(head), head.length + 1), "", skip -> {});
  }

  private List<Slice> sample(List<Wrapper> wrappers) {
    List<Slice> sample = new ArrayList<>();
    Lines lines = lines(wrappers).get();
    try {
      while (sample.size() < MAX_SAMPLED_LINES && lines.next()) {
        byte[] buffer = lines.buffer();
        byte[] line = java.util.Arrays.copyOfRange(buffer, lines.start(), lines.end());
        sample.add(Slice.of(line));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return sample;
  }

  /** All lines but the last, which may be cut. */
  private static boolean hasWindowsLineEnds(byte[] head) {
    int lines = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n') {
        lines++;
        if (i == 0 || head[i - 1] != '\r') {
          return false;
        }
      }
    }
    return lines > 0;
  }
}
