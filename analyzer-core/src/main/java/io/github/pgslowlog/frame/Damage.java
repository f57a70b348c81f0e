package io.github.pgslowlog.frame;

import io.github.pgslowlog.bytes.LostDuration;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.diagnostics.SkipListener;
import io.github.pgslowlog.diagnostics.SkipReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A damaged stretch of a csvlog, told once when its end is known. */
final class Damage {
  private static final byte[] DURATION = ",\"duration: ".getBytes(StandardCharsets.US_ASCII);
  private static final int NUMBER_BYTES = 40;

  private final SkipListener listener;
  private @Nullable SkipReason reason;
  private Location location = new Location("", 0, 0);
  private long micros;

  Damage(SkipListener listener) {
    this.listener = listener;
  }

  void start(SkipReason why, Location where, long lostMicros) {
    end();
    reason = why;
    location = where;
    micros = lostMicros;
  }

  /** Adds to the damage under way, or starts one. */
  void add(SkipReason why, Location where, long lostMicros) {
    if (reason == null) {
      start(why, where, lostMicros);
    } else {
      micros += lostMicros;
    }
  }

  void end() {
    if (reason != null) {
      listener.skip(new Skip(reason, location, micros));
      reason = null;
    }
  }

  /**
   * Microseconds of the messages that start in a stretch. Inside a column the quote would be
   * doubled, so that no text of a statement is counted.
   */
  static long lostMicros(byte[] b, int from, int to) {
    long sum = 0;
    for (int i = from; i + DURATION.length < to; i++) {
      if (b[i] == ',' && Arrays.equals(b, i, i + DURATION.length, DURATION, 0, DURATION.length)) {
        sum += LostDuration.micros(b, i + 2, Math.min(to, i + NUMBER_BYTES));
      }
    }
    return sum;
  }
}
