package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import java.util.Arrays;

/**
 * The time of the header read last, which most often stands in the next one, too, but for the
 * digits of its fraction. Hot path: mutable, reused.
 */
final class KnownSyslogTime {
  private static final int MAX_BYTES = 64;
  private static final int MICRO_DIGITS = 6;

  private final byte[] known = new byte[MAX_BYTES];
  private int length = -1;
  private int fractionFrom;
  private int fractionTo;
  private boolean versioned;
  private long second;
  private long micros;

  /** Remembers a header with a time, from the start of its line to behind the time. */
  void remember(byte[] b, int from, SyslogHeader header) {
    int to = header.timeEnd();
    length = -1;
    if (to < 0 || to - from > MAX_BYTES) {
      return;
    }
    length = to - from;
    System.arraycopy(b, from, known, 0, length);
    versioned = header.isVersioned();
    findFraction();
    micros = header.micros();
    second = micros == Lines.NO_TIME ? Lines.NO_TIME : micros - fraction(b, from);
  }

  /** The digits behind the only dot or comma. */
  private void findFraction() {
    fractionFrom = length;
    fractionTo = length;
    for (int i = 0; i < length; i++) {
      if (known[i] == '.' || known[i] == ',') {
        fractionFrom = i + 1;
        fractionTo = Chars.digitsEnd(known, i + 1, length);
        return;
      }
    }
  }

  /** Whether a line starts with this time; {@link #micros} is that of the line then. */
  boolean isAt(byte[] b, int from, int to) {
    if (length < 0
        || to - from < length
        || !Arrays.equals(b, from, from + fractionFrom, known, 0, fractionFrom)) {
      return false;
    }
    for (int i = fractionFrom; i < fractionTo; i++) {
      if (!Chars.isDigit(b[from + i])) {
        return false;
      }
    }
    if (!Arrays.equals(b, from + fractionTo, from + length, known, fractionTo, length)) {
      return false;
    }
    micros = second == Lines.NO_TIME ? Lines.NO_TIME : second + fraction(b, from);
    return true;
  }

  private long fraction(byte[] b, int from) {
    long value = 0;
    if (fractionFrom < fractionTo) {
      for (int i = fractionFrom; i < fractionFrom + MICRO_DIGITS; i++) {
        value = value * 10 + (i < fractionTo ? b[from + i] - '0' : 0);
      }
    }
    return value;
  }

  int length() {
    return length;
  }

  boolean isVersioned() {
    return versioned;
  }

  /** Microseconds since the epoch, {@link Lines#NO_TIME} if the year is not known. */
  long micros() {
    return micros;
  }
}
