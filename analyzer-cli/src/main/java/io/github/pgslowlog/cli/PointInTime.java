package io.github.pgslowlog.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write them: {@code 2026-11-21}, {@code 2026-11-21 14:30}, {@code
 * 2026-11-21T14:30:05.123}, with or without a zone behind them.
 */
final class PointInTime {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:[ Tt](\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?))?"
              + "\\s?([Zz]|UTC|[+-]\\d{2}(?::?\\d{2})?)?");

  private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2}.*)?");

  private PointInTime() {}

  /**
   * Reads a time.
   *
   * @param zone where it is, unless it says so itself
   * @throws IllegalArgumentException when it is none, with what to give
   */
  static Instant of(String text, ZoneId zone) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (TIME_OF_DAY.matcher(text.strip()).matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' has no date; give it, too: 2026-11-21 " + text.strip());
    }
    try {
      if (written.matches()) {
        return instant(written, zone);
      }
    } catch (DateTimeException impossible) {
      // Such as the 30th of February: told as what is no time at all.
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' is not a time; give 2026-11-21, 2026-11-21 14:30 or 2026-11-21T14:30:05.123, with"
            + " a zone such as Z or +01:00 behind it if it is not that of --timezone, or else UTC");
  }

  private static Instant instant(Matcher written, ZoneId zone) {
    LocalDate date = LocalDate.parse(written.group(1));
    String time = written.group(2);
    LocalTime timeOfDay =
        time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time.replace(',', '.'));
    String own = written.group(3);
    ZoneId itsZone = own == null ? zone : ZoneId.of(own.equals("z") ? "Z" : own);
    return LocalDateTime.of(date, timeOfDay).atZone(itsZone).toInstant();
  }
}
