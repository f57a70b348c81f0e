package io.github.pgslowlog.cli;

import io.github.pgslowlog.source.Decompression;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.PathSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What share of all logs is read. Of compressed ones the length is not known: they count as ten
 * times their size, and when one of them has been read, as many times as that one.
 */
final class ReadingShare {
  /** Logs of servers repeat themselves: gzip makes a tenth of them. */
  private static final double USUAL_RATIO = 10;

  /** A stream has no size, and the members of an archive no file. */
  private boolean known;

  private final Deque<Log> ahead = new ArrayDeque<>();
  private @Nullable Log current;
  private String path = "";
  private long inCurrent;
  private long before;
  private double ratio = USUAL_RATIO;

  /**
   * A log.
   *
   * @param name as messages have it
   * @param size bytes of its file
   * @param compressed whether these are fewer than those that are read
   */
  private record Log(String name, long size, boolean compressed) {
    double expected(double ratio) {
      return compressed ? size * ratio : (double) size;
    }
  }

  void logs(List<LogSource> logs) {
    known = true;
    for (LogSource log : logs) {
      try {
        ahead.add(log(log));
      } catch (IOException unreadable) {
        // It is told when it is read; then nothing is read of it.
        ahead.add(new Log(log.name(), 0, false));
      }
    }
  }

  private Log log(LogSource log) throws IOException {
    if (!(log instanceof PathSource file) || !Files.isRegularFile(file.path())) {
      known = false;
      return new Log(log.name(), 0, false);
    }
    Decompression.Opened opened = Decompression.peel(log);
    opened.in().close();
    return new Log(log.name(), Files.size(file.path()), !opened.layers().isEmpty());
  }

  void read(String newPath, long bytes) {
    if (!newPath.equals(path)) {
      next(newPath);
    }
    inCurrent = bytes;
  }

  private void next(String newPath) {
    before += inCurrent;
    learn();
    path = newPath;
    inCurrent = 0;
    current = null;
    while (!ahead.isEmpty() && current == null) {
      Log log = ahead.remove();
      current = log.name().equals(newPath) ? log : null;
    }
    known = known && current != null;
  }

  private void learn() {
    if (current != null && current.compressed() && current.size() > 0 && inCurrent > 0) {
      ratio = Math.max(1, (double) inCurrent / current.size());
    }
  }

  /** Bytes of all logs that were read so far. */
  long bytes() {
    return before + inCurrent;
  }

  /** Bytes of all logs, as far as one can tell. */
  long expectedBytes() {
    double there = current == null ? 0 : current.expected(ratio);
    double rest = ahead.stream().mapToDouble(log -> log.expected(ratio)).sum();
    return (long) (before + Math.max(there, (double) inCurrent) + rest);
  }

  /** 0 to 1; empty if it cannot be told. */
  OptionalDouble share() {
    long all = expectedBytes();
    return known && all > 0 ? OptionalDouble.of((double) bytes() / all) : OptionalDouble.empty();
  }
}
