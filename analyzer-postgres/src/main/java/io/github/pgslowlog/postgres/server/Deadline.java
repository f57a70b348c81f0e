package io.github.pgslowlog.postgres.server;

import java.math.BigDecimal;
import java.time.Duration;

/** The moment at which a start is given up. */
final class Deadline {
  private final Duration timeout;
  private final long end;

  Deadline(Duration timeout) {
    this.timeout = timeout;
    this.end = System.nanoTime() + timeout.toNanos();
  }

  long leftNanos() {
    return end - System.nanoTime();
  }

  boolean isOver() {
    return leftNanos() <= 0;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(timeout.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }
}
