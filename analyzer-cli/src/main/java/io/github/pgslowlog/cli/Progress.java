package io.github.pgslowlog.cli;

import io.github.pgslowlog.report.PlainText;
import io.github.pgslowlog.source.LogSource;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One line on a terminal that says how far reading is; appears only for input that takes long. May
 * be cleared by another thread than the one that reads.
 */
final class Progress {
  private static final long PATIENCE_MILLIS = 1000;
  private static final long INTERVAL_MILLIS = 200;
  private static final int BYTES_PER_MB = 1_000_000;

  /** A guess of the time left is worth something only then. */
  private static final double LEAST_SHARE = 0.02;

  private final PrintWriter terminal;
  private final boolean enabled;
  private final int columns;
  private final Clock clock;
  private final long started;
  private final ReadingShare share = new ReadingShare();
  private long shown;
  private boolean visible;
  private boolean ended;
  private long entries;
  private int patterns;

  Progress(PrintWriter terminal, boolean enabled, int columns, Clock clock) {
    this.terminal = terminal;
    this.enabled = enabled;
    this.columns = columns;
    this.clock = clock;
    this.started = clock.millis();
    this.shown = started + PATIENCE_MILLIS - INTERVAL_MILLIS;
  }

  void logs(List<LogSource> logs) {
    if (enabled) {
      share.logs(logs);
    }
  }

  void counted(long newEntries, int newPatterns) {
    entries = newEntries;
    patterns = newPatterns;
  }

  synchronized void read(String path, long bytes) {
    if (!enabled || ended) {
      return;
    }
    share.read(path, bytes);
    long now = clock.millis();
    if (now - shown < INTERVAL_MILLIS) {
      return;
    }
    shown = now;
    visible = true;
    terminal.print("\r\033[K" + line(path, Math.max(1, now - started)));
    terminal.flush();
  }

  /** As wide as the terminal allows: of a long path the end is shown. */
  private String line(String path, long millis) {
    String numbers = numbers(millis);
    String plain = PlainText.of(path);
    int room = columns - 1 - numbers.length();
    if (plain.length() > room) {
      plain = room < 8 ? "" : "..." + plain.substring(plain.length() - room + 3);
    }
    String line = plain + numbers;
    return line.substring(plain.isEmpty() ? 2 : 0, Math.min(line.length(), columns - 1));
  }

  private String numbers(long millis) {
    StringBuilder numbers = new StringBuilder(": ");
    OptionalDouble done = share.share();
    if (done.isPresent()) {
      numbers.append((int) (100 * done.getAsDouble())).append("% of ");
      numbers.append(number(share.expectedBytes() / BYTES_PER_MB)).append(" MB");
    } else {
      numbers.append(number(share.bytes() / BYTES_PER_MB)).append(" MB");
    }
    numbers.append(", ").append(number(share.bytes() * 1000 / millis / BYTES_PER_MB));
    numbers.append(" MB/s");
    if (entries > 0) {
      numbers.append(", ").append(number(entries)).append(" entries, ");
      numbers.append(number(patterns)).append(" patterns");
    }
    if (done.isPresent() && done.getAsDouble() >= LEAST_SHARE) {
      long left = Math.round(millis / done.getAsDouble() - millis);
      numbers.append(", ").append(duration((left + 999) / 1000)).append(" left");
    }
    return numbers.toString();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String duration(long seconds) {
    if (seconds < 100) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    return minutes < 100 ? minutes + " min" : (minutes + 59) / 60 + " h";
  }

  /** Draws no line any more. */
  synchronized void end() {
    clear();
    ended = true;
  }

  synchronized void clear() {
    if (visible) {
      terminal.print("\r\033[K");
      terminal.flush();
      visible = false;
    }
  }
}
