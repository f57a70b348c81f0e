package io.github.pgslowlog.source;

import java.util.Comparator;
import java.util.List;

/**
 * The age that names of rotated logs tell, oldest first.
 *
 * <pre>
 * postgresql.log.10.gz        logrotate: the higher the number, the older
 * postgresql.log.9.gz
 * postgresql.log.1
 * postgresql.log-20260101.gz  logrotate with dateext
 * postgresql.log-20260102
 * postgresql.log              the one that is written
 * </pre>
 *
 * <p>All other names compare as people read them, numbers by their value: {@code day-9.log}, {@code
 * day-10.log}.
 */
final class FileNameOrder implements Comparator<String> {
  private static final List<String> SUFFIXES =
      List.of(".gz", ".bz2", ".xz", ".zst", ".lz4", ".zip", ".Z", ".bak", ".old");

  /** logrotate counts to the number of files kept; longer numbers are dates. */
  private static final int MAX_COUNT_DIGITS = 4;

  private static final int DATE_DIGITS = 8;

  private enum Age {
    COUNTED,
    DATED,
    CURRENT
  }

  /** A name in parts: {@code postgresql.log} + {@code 10}. */
  private record Rotated(String stem, Age age, String number) {}

  @Override
  public int compare(String first, String second) {
    Rotated a = rotated(first);
    Rotated b = rotated(second);
    int order = natural(a.stem(), b.stem());
    if (order == 0) {
      order = a.age().compareTo(b.age());
    }
    if (order == 0) {
      int numbers = natural(a.number(), b.number());
      order = a.age() == Age.COUNTED ? -numbers : numbers;
    }
    return order != 0 ? order : first.compareTo(second);
  }

  private static Rotated rotated(String name) {
    String bare = withoutSuffix(name);
    int start = bare.length();
    while (start > 0 && isDigit(bare.charAt(start - 1))) {
      start--;
    }
    String number = bare.substring(start);
    if (start > 1 && !number.isEmpty()) {
      char separator = bare.charAt(start - 1);
      String stem = bare.substring(0, start - 1);
      if (separator == '.' && number.length() <= MAX_COUNT_DIGITS) {
        return new Rotated(stem, Age.COUNTED, number);
      }
      if ((separator == '-' || separator == '.') && number.length() >= DATE_DIGITS) {
        return new Rotated(stem, Age.DATED, number);
      }
    }
    return new Rotated(bare, Age.CURRENT, "");
  }

  private static String withoutSuffix(String name) {
    for (String suffix : SUFFIXES) {
      if (name.endsWith(suffix) && name.length() > suffix.length()) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }

  private static int natural(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        int order = number(a.substring(i, endA), b.substring(j, endB));
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** By value, of any length. */
  private static int number(String a, String b) {
    String first = a.substring(leadingZeros(a));
    String second = b.substring(leadingZeros(b));
    int order = Integer.compare(first.length(), second.length());
    return order != 0 ? order : first.compareTo(second);
  }

  private static int leadingZeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return zeros;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
