package io.github.pgslowlog.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How numbers stand in the page. {@code figures.js} writes them by the same rules; blanks before
 * units do not break.
 */
final class Figures {
  private static final String GAP = "\u00a0";
  private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB"};
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** {@code 1,234,567}. */
  static String count(long count) {
    String digits = Long.toString(count);
    StringBuilder out = new StringBuilder(digits.length() + 6);
    for (int i = 0; i < digits.length(); i++) {
      int left = digits.length() - i;
      boolean groupEnds = left % 3 == 0 && i > 0 && digits.charAt(i - 1) != '-';
      out.append(groupEnds ? "," : "").append(digits.charAt(i));
    }
    return out.toString();
  }

  /** {@code 1 call}, {@code 2 calls}, {@code 2 queries}. */
  static String count(long count, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return count(count) + GAP + (count == 1 ? noun : plural);
  }

  /** {@code 850 µs}, {@code 12.3 ms}, {@code 4.56 s}, {@code 12 min 4 s}, {@code 3 d 4 h}. */
  static String duration(long micros) {
    if (micros < 0) {
      return "\u2212" + duration(-micros);
    }
    if (micros < 1_000) {
      return micros + GAP + "µs";
    }
    if (micros < 999_950) {
      return decimal((micros + 50) / 100, 1) + GAP + "ms";
    }
    if (micros < 99_995_000) {
      return decimal((micros + 5_000) / 10_000, 2) + GAP + "s";
    }
    return units(Math.max(100, micros / 1_000_000));
  }

  /** Of whole seconds: {@code 10 s}, {@code 5 min}, {@code 1 h}. */
  static String width(Duration width) {
    long seconds = width.toSeconds();
    return seconds < 60 ? seconds + GAP + "s" : units(seconds);
  }

  /** Of a time that is told in whole seconds if it has any. */
  static String length(Duration length) {
    return length.toSeconds() < 1 ? duration(length) : width(length);
  }

  private static String units(long seconds) {
    if (seconds < 3_600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    return seconds < 172_800
        ? two(seconds / 3_600, "h", seconds % 3_600 / 60, "min")
        : two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
  }

  static String duration(Duration length) {
    return duration(length.toNanos() / 1_000);
  }

  private static String two(long large, String unit, long small, String smallUnit) {
    String first = count(large) + GAP + unit;
    return small == 0 ? first : first + GAP + small + GAP + smallUnit;
  }

  /** {@code 1234} with two digits is {@code 12.34}. */
  private static String decimal(long units, int digits) {
    long one = digits == 1 ? 10 : 100;
    return count(units / one) + "." + Long.toString(one + units % one).substring(1);
  }

  /** {@code 38.1 %}. */
  static String share(long part, long whole) {
    return whole == 0 ? "–" : share((double) part / whole);
  }

  static String share(double share) {
    return decimal((long) Math.floor(share * 1_000 + 0.5), 1) + GAP + "%";
  }

  /** {@code 992} tenths are {@code 99.2 %}. */
  static String tenths(int tenths) {
    return decimal(tenths, 1) + GAP + "%";
  }

  /** {@code 2026-11-21 02:08:36}, in UTC. */
  static String time(Instant time) {
    return TIME.format(time);
  }

  /** Cost by the planner: {@code 8.31}, {@code 1,235}. */
  static String cost(double cost) {
    return cost < 100
        ? decimal((long) Math.floor(cost * 100 + 0.5), 2)
        : count((long) Math.floor(cost + 0.5));
  }

  /** {@code 0.013}, {@code 1.50}, {@code 1,235}. */
  static String rate(double rate) {
    return rate > 0 && rate < 1
        ? new BigDecimal(rate).round(new MathContext(2)).stripTrailingZeros().toPlainString()
        : cost(rate);
  }

  /** How many times: {@code 2.5}, {@code 1,234}. */
  static String times(double ratio) {
    return ratio < 99.95
        ? decimal((long) Math.floor(ratio * 10 + 0.5), 1)
        : count((long) Math.floor(ratio + 0.5));
  }

  /** {@code 512 bytes}, {@code 45.1 kB}, {@code 270.0 MB}: units of thousands. */
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return count(bytes, "byte");
    }
    double size = bytes / 1e3;
    int unit = 0;
    while (size >= 999.95 && unit < BYTE_UNITS.length - 1) {
      size /= 1e3;
      unit++;
    }
    return decimal((long) Math.floor(size * 10 + 0.5), 1) + GAP + BYTE_UNITS[unit];
  }
}
