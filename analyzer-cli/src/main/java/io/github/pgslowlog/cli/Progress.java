package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.PlainText;
import java.io.PrintWriter;
import java.time.Clock;

/** One line on a terminal that says how far reading is; appears only for input that takes long. */
final class Progress {
  private static final long PATIENCE_MILLIS = 1000;
  private static final long INTERVAL_MILLIS = 200;
  private static final int BYTES_PER_MB = 1_000_000;

  private final PrintWriter terminal;
  private final boolean enabled;
  private final Clock clock = Clock.systemUTC();
  private final long started = clock.millis();
  private long shown = started + PATIENCE_MILLIS - INTERVAL_MILLIS;
  private boolean visible;

  Progress(PrintWriter terminal, boolean enabled) {
    this.terminal = terminal;
    this.enabled = enabled;
  }

  void show(String path, long bytes) {
    long now = clock.millis();
    if (!enabled || now - shown < INTERVAL_MILLIS) {
      return;
    }
    shown = now;
    visible = true;
    long perSecond = bytes * 1000 / Math.max(1, now - started) / BYTES_PER_MB;
    terminal.print(
        "\r\033[K"
            + PlainText.of(path)
            + ": "
            + bytes / BYTES_PER_MB
            + " MB read, "
            + perSecond
            + " MB/s");
    terminal.flush();
  }

  void clear() {
    if (visible) {
      terminal.print("\r\033[K");
      terminal.flush();
      visible = false;
    }
  }
}
