package io.github.pgslowlog.report;

import io.github.pgslowlog.resolve.Evidence;
import java.util.Locale;

/** How values are written. */
final class Words {
  private static final String[] BYTE_UNITS = {"kB", "MB", "GB", "TB"};

  private Words() {}

  /** {@code 992} tenths are {@code 99.2}. */
  static String tenths(int tenths) {
    return tenths / 10 + "." + tenths % 10;
  }

  static String evidence(Evidence evidence) {
    return evidence.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 1234567} is {@code 1,234,567}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Two digits of what is only about right: {@code 41234} is {@code 41000}. */
  static long rounded(long about) {
    long unit = 1;
    while (about / unit >= 100) {
      unit *= 10;
    }
    return (about + unit / 2) / unit * unit;
  }

  /** A number and its noun: {@code 1 line}, {@code 2 lines}. */
  static String count(long count, String noun) {
    String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    return count(count) + " " + (count == 1 ? noun : plural);
  }

  /**
   * A duration as a person says it: {@code 850 us}, {@code 12.3 ms}, {@code 4.56 s}, {@code 5h13m}.
   * What would round to the next unit is told in it.
   */
  static String duration(long micros) {
    if (micros < 1_000) {
      return micros + " us";
    }
    if (micros < 999_950) {
      return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
    }
    if (micros < 99_995_000) {
      return String.format(Locale.ROOT, "%.2f s", micros / 1e6);
    }
    long seconds = Math.max(100, micros / 1_000_000);
    return seconds < 3600
        ? seconds / 60 + "m" + String.format(Locale.ROOT, "%02ds", seconds % 60)
        : seconds / 3600 + "h" + String.format(Locale.ROOT, "%02dm", seconds % 3600 / 60);
  }

  /** What share a part is: {@code 45.3%}. */
  static String share(long part, long whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }

  /** A share: {@code 0.123} is {@code 12.3%}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100.0 * share);
  }

  /** Cost by the planner: {@code 8.31}, {@code 1,235}. */
  static String cost(double cost) {
    return String.format(Locale.ROOT, cost < 100 ? "%.2f" : "%,.0f", cost);
  }

  /** How many times: {@code 2.5}, {@code 1,234}. */
  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 99.95 ? "%.1f" : "%,.0f", ratio);
  }

  /** Bytes with units of thousands: {@code 512 bytes}, {@code 45.1 kB}, {@code 270.0 MB}. */
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
    return String.format(Locale.ROOT, "%.1f %s", size, BYTE_UNITS[unit]);
  }

  /** That there are more than are shown: at least as many, where no more were kept. */
  static String further(int known, int shown, int kept) {
    if (known <= shown) {
      return "";
    }
    return " and " + (known >= kept ? "at least " : "") + count(known - shown) + " more";
  }
}
