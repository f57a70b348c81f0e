package io.github.pgslowlog.wrap;

import io.github.pgslowlog.bytes.Lines;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/**
 * Reads the time at the start of a header. Hot path: mutable, reused.
 *
 * <table>
 * <caption>Forms</caption>
 * <tr><td>ISO</td><td>{@code 2026-11-21T00:10:24.649451+00:00}, {@code ...Z}, {@code ...+0000}</td></tr>
 * <tr><td>BSD</td><td>{@code Nov 21 00:10:24}, {@code Nov  1 00:10:24.649451}, with a year before
 * the month or before the time</td></tr>
 * <tr><td>full</td><td>{@code Sat 2026-11-21 00:10:24 UTC}</td></tr>
 * <tr><td>since boot</td><td>{@code [12345.678901]}: no time of day</td></tr>
 * <tr><td>epoch</td><td>{@code 1795219824.649451}</td></tr>
 * </table>
 */
final class HeaderTime {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final String DAYS = "MonTueWedThuFriSatSun";
  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final int MICRO_DIGITS = 6;
  private static final long MICROS = 1_000_000;

  /** Months between two lines that are too many: the year changed between them. */
  private static final int HALF_A_YEAR = 6;

  private final ZoneId zone;
  private int guessedYear;
  private int lastMonth;
  private int end;
  private int year;
  private int month;
  private int day;
  private int second;
  private long fraction;
  private int offset;
  private long epochMicros;

  HeaderTime(OptionalInt firstYear, ZoneId zone) {
    this.guessedYear = firstYear.orElse(0);
    this.zone = zone;
  }

  /** Tries all forms. */
  boolean read(byte[] buffer, int from, int to) {
    return iso(buffer, from, to)
        || bsd(buffer, from, to)
        || full(buffer, from, to)
        || sinceBoot(buffer, from, to)
        || epoch(buffer, from, to);
  }

  /** Tries the ISO form. */
  boolean iso(byte[] buffer, int from, int to) {
    epochMicros = Lines.NO_TIME;
    return date(buffer, from, to)
        && Chars.at(buffer, from + 10, to, 'T')
        && clock(buffer, from + 11, to)
        && zone(buffer, end, to);
  }

  /** Whether a time read last shows its offset. */
  boolean hasZone() {
    return offset != NO_OFFSET;
  }

  /** Index behind the time. */
  int end() {
    return end;
  }

  /** Microseconds since the epoch, {@link Lines#NO_TIME} if the year is not known. */
  long micros() {
    if (epochMicros != Lines.NO_TIME || year == 0) {
      return epochMicros;
    }
    if (day > LocalDate.of(year, month, 1).lengthOfMonth()) {
      return Lines.NO_TIME;
    }
    LocalDateTime local = LocalDate.of(year, month, day).atStartOfDay().plusSeconds(second);
    ZoneOffset at =
        offset == NO_OFFSET ? zone.getRules().getOffset(local) : ZoneOffset.ofTotalSeconds(offset);
    return local.toEpochSecond(at) * MICROS + fraction;
  }

  private boolean date(byte[] buffer, int from, int to) {
    if (from + 10 > to || buffer[from + 4] != '-' || buffer[from + 7] != '-') {
      return false;
    }
    year = (int) Chars.number(buffer, from, from + 4);
    month = (int) Chars.number(buffer, from + 5, from + 7);
    day = (int) Chars.number(buffer, from + 8, from + 10);
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /** {@code hh:mm:ss} with up to nine digits of a fraction. */
  private boolean clock(byte[] buffer, int from, int to) {
    if (from + 8 > to || buffer[from + 2] != ':' || buffer[from + 5] != ':') {
      return false;
    }
    int hours = (int) Chars.number(buffer, from, from + 2);
    int minutes = (int) Chars.number(buffer, from + 3, from + 5);
    int seconds = (int) Chars.number(buffer, from + 6, from + 8);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 60) {
      return false;
    }
    second = hours * 3600 + minutes * 60 + seconds;
    end = from + 8;
    fraction = 0;
    offset = NO_OFFSET;
    return !(Chars.at(buffer, end, to, '.') || Chars.at(buffer, end, to, ','))
        || fraction(buffer, end + 1, to);
  }

  private boolean fraction(byte[] buffer, int from, int to) {
    end = Chars.digitsEnd(buffer, from, to);
    for (int i = 0; i < MICRO_DIGITS; i++) {
      fraction = fraction * 10 + (from + i < end ? buffer[from + i] - '0' : 0);
    }
    return end > from && end - from <= 9;
  }

  /** {@code Z}, {@code +00}, {@code +0000}, {@code +00:00} or nothing. */
  private boolean zone(byte[] buffer, int from, int to) {
    if (Chars.at(buffer, from, to, 'Z')) {
      offset = 0;
      end = from + 1;
      return true;
    }
    if (!Chars.at(buffer, from, to, '+') && !Chars.at(buffer, from, to, '-')) {
      return true;
    }
    int hours = from + 3 <= to ? (int) Chars.number(buffer, from + 1, from + 3) : -1;
    int rest = Chars.at(buffer, from + 3, to, ':') ? from + 4 : from + 3;
    boolean hasMinutes = Chars.digitsEnd(buffer, rest, to) == rest + 2;
    int minutes = hasMinutes ? (int) Chars.number(buffer, rest, rest + 2) : 0;
    if (hours < 0 || hours > 17 || minutes > 59) {
      return false;
    }
    offset = (hours * 60 + minutes) * (buffer[from] == '-' ? -60 : 60);
    end = hasMinutes ? rest + 2 : from + 3;
    return true;
  }

  private boolean bsd(byte[] buffer, int from, int to) {
    int at = from;
    int shownYear = yearAt(buffer, at, to);
    at += shownYear > 0 ? 5 : 0;
    int shownMonth = name(buffer, at, to, MONTHS);
    if (shownMonth == 0 || !Chars.at(buffer, at + 3, to, ' ')) {
      return false;
    }
    at += Chars.at(buffer, at + 4, to, ' ') ? 5 : 4;
    int dayEnd = Chars.digitsEnd(buffer, at, to);
    day = dayEnd - at > 2 ? -1 : (int) Chars.number(buffer, at, dayEnd);
    if (day < 1 || day > 31 || !Chars.at(buffer, dayEnd, to, ' ')) {
      return false;
    }
    at = dayEnd + 1;
    if (shownYear == 0) {
      shownYear = yearAt(buffer, at, to);
      at += shownYear > 0 ? 5 : 0;
    }
    if (!clock(buffer, at, to)) {
      return false;
    }
    epochMicros = Lines.NO_TIME;
    month = shownMonth;
    year = shownYear > 0 ? shownYear : followYear();
    return true;
  }

  private static int yearAt(byte[] buffer, int from, int to) {
    return from + 5 <= to && buffer[from + 4] == ' '
        ? (int) Math.max(0, Chars.number(buffer, from, from + 4))
        : 0;
  }

  /** Number from 1 of a three-letter name, 0 if it is none. */
  private static int name(byte[] buffer, int from, int to, String names) {
    if (from + 3 > to) {
      return 0;
    }
    for (int i = 0; i < names.length(); i += 3) {
      if (buffer[from] == names.charAt(i)
          && buffer[from + 1] == names.charAt(i + 1)
          && buffer[from + 2] == names.charAt(i + 2)) {
        return i / 3 + 1;
      }
    }
    return 0;
  }

  /** The year of a header without one: that of the line before, or its neighbour at New Year. */
  private int followYear() {
    if (guessedYear != 0 && lastMonth != 0 && lastMonth - month > HALF_A_YEAR) {
      guessedYear++;
    } else if (guessedYear != 0 && lastMonth != 0 && month - lastMonth > HALF_A_YEAR) {
      guessedYear--;
    }
    lastMonth = month;
    return guessedYear;
  }

  private boolean full(byte[] buffer, int from, int to) {
    if (name(buffer, from, to, DAYS) == 0
        || !Chars.at(buffer, from + 3, to, ' ')
        || !date(buffer, from + 4, to)
        || !Chars.at(buffer, from + 14, to, ' ')
        || !clock(buffer, from + 15, to)
        || !Chars.at(buffer, end, to, ' ')) {
      return false;
    }
    epochMicros = Lines.NO_TIME;
    int word = end + 1;
    if (Chars.at(buffer, word, to, '+') || Chars.at(buffer, word, to, '-')) {
      return zone(buffer, word, to);
    }
    end = Chars.find(buffer, word, to, ' ');
    offset = end - word == 3 && buffer[word] == 'U' && buffer[word + 1] == 'T' ? 0 : NO_OFFSET;
    return end > word && end - word <= 6 && Chars.isLetter(buffer[word]);
  }

  private boolean sinceBoot(byte[] buffer, int from, int to) {
    if (!Chars.at(buffer, from, to, '[')) {
      return false;
    }
    int at = from + 1;
    while (Chars.at(buffer, at, to, ' ')) {
      at++;
    }
    int point = Chars.digitsEnd(buffer, at, to);
    int bracket = Chars.at(buffer, point, to, '.') ? Chars.digitsEnd(buffer, point + 1, to) : 0;
    end = bracket + 1;
    year = 0;
    epochMicros = Lines.NO_TIME;
    return point > at && bracket == point + 1 + MICRO_DIGITS && Chars.at(buffer, bracket, to, ']');
  }

  private boolean epoch(byte[] buffer, int from, int to) {
    int point = Chars.digitsEnd(buffer, from, to);
    if (point - from != 10 || !Chars.at(buffer, point, to, '.')) {
      return false;
    }
    end = Chars.digitsEnd(buffer, point + 1, to);
    if (end != point + 1 + MICRO_DIGITS) {
      return false;
    }
    epochMicros = Chars.number(buffer, from, point) * MICROS + Chars.number(buffer, point + 1, end);
    return true;
  }
}
