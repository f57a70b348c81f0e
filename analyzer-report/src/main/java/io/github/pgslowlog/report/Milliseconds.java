package io.github.pgslowlog.report;

/** Microseconds printed as milliseconds with exactly three decimals. */
final class Milliseconds {
  private Milliseconds() {}

  /** {@code 3941612} gives {@code 3941.612}. */
  static String exact(long micros) {
    String sign = micros < 0 ? "-" : "";
    long whole = Math.abs(micros / 1000);
    String fraction = Long.toString(1000 + Math.abs(micros % 1000)).substring(1);
    return sign + whole + "." + fraction;
  }
}
