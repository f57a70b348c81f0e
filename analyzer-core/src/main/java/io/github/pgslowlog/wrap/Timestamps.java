package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import java.io.IOException;

/**
 * A time before each line, as {@code docker logs -t} and {@code kubectl logs --timestamps} print it
 * ({@code 2026-11-21T00:11:00.000700123Z text}), or before each event, as CloudWatch exports it to
 * S3: the lines of an event behind its first have none.
 */
final class Timestamps implements Wrapper {
  private final WrapOptions options;

  Timestamps(WrapOptions options) {
    this.options = options;
  }

  @Override
  public String title() {
    return "timestamps";
  }

  @Override
  public boolean matches(byte[] buffer, int from, int to) {
    return textFrom(time(), buffer, from, to) >= 0;
  }

  @Override
  public Lines peel(Lines lines, String file, SkipListener skips) {
    return new TimedLines(lines, file, skips, time());
  }

  private HeaderTime time() {
    return new HeaderTime(options.year(), options.zone());
  }

  /** Index of the text, -1 if no time with zone stands before it. */
  private static int textFrom(HeaderTime time, byte[] buffer, int from, int to) {
    if (!time.iso(buffer, from, to) || !time.hasZone()) {
      return -1;
    }
    int end = time.end();
    return end == to || buffer[end] == ' ' ? Math.min(to, end + 1) : -1;
  }

  private static final class TimedLines extends PeeledLines {
    private final HeaderTime time;

    TimedLines(Lines inner, String file, SkipListener skips, HeaderTime time) {
      super(inner, file, skips);
      this.time = time;
    }

    @Override
    public boolean next() throws IOException {
      if (!inner.next()) {
        return false;
      }
      int text = textFrom(time, inner.buffer(), inner.start(), inner.end());
      show(text < 0 ? inner.start() : text, inner.end());
      if (text >= 0) {
        time(time.micros());
      }
      return true;
    }
  }
}
