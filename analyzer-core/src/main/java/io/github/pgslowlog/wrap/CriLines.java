package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.SkipListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a container, put together from parts for stdout and stderr apart. A line whose last part
 * is missing is shown at the end.
 */
final class CriLines extends PeeledLines {
  private final CriHeader header;
  private final Pending[] pending;
  private @Nullable Pending shown;

  CriLines(Lines inner, String file, SkipListener skips, WrapOptions options) {
    super(inner, file, skips);
    header = new CriHeader(options);
    pending =
        new Pending[] {new Pending(options.maxLineBytes()), new Pending(options.maxLineBytes())};
  }

  /** The parts of one of the two streams so far. */
  private static final class Pending {
    private final LineBuffer text;
    private boolean open;
    private long offset;
    private long line;
    private long micros;

    Pending(int maxBytes) {
      text = new LineBuffer(maxBytes);
    }

    void append(Lines part, int from, long time) {
      if (!open) {
        text.clear();
        open = true;
        offset = part.offset();
        line = part.line();
        micros = time;
      }
      text.append(part.buffer(), from, part.end());
      text.cut(part.cut());
    }
  }

  @Override
  public boolean next() throws IOException {
    shown = null;
    while (inner.next()) {
      if (!header.read(inner.buffer(), inner.start(), inner.end())) {
        show(inner.start(), inner.end());
        return true;
      }
      int index = header.isStderr() ? 1 : 0;
      Pending parts = pending[index];
      if (header.isPart()) {
        parts.append(inner, header.textFrom(), header.micros());
      } else if (parts.open) {
        parts.append(inner, header.textFrom(), header.micros());
        showPending(index);
        return true;
      } else {
        show(header.textFrom(), inner.end());
        stream(index + 1L);
        time(header.micros());
        return true;
      }
    }
    return rest();
  }

  private boolean rest() {
    for (int index = 0; index < pending.length; index++) {
      if (pending[index].open) {
        showPending(index);
        return true;
      }
    }
    return false;
  }

  private void showPending(int index) {
    Pending parts = pending[index];
    parts.open = false;
    shown = parts;
    show(parts.text.bytes(), 0, parts.text.length());
    stream(index + 1L);
    time(parts.micros);
  }

  @Override
  public boolean cut() {
    return shown == null ? inner.cut() : shown.text.cut();
  }

  @Override
  public long offset() {
    return shown == null ? inner.offset() : shown.offset;
  }

  @Override
  public long line() {
    return shown == null ? inner.line() : shown.line;
  }
}
